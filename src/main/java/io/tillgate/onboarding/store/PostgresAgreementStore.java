package io.tillgate.onboarding.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.onboarding.AcceptedAgreement;
import io.tillgate.onboarding.AgreementText;
import io.tillgate.onboarding.Application;
import io.tillgate.onboarding.ApplicationState.Mark;
import io.tillgate.platform.Ids;
import io.tillgate.platform.persistence.Records;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.TenantId;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Agreements as they were accepted: text, fingerprint, who, when, from where. Only ever added. */
@ApplicationScoped
public class PostgresAgreementStore {
    private static final String ADD = """
            insert into application_agreement (tenant_id, id, application_id, agreement, version, accepted_by,
                   accepted_by_name, accepted_at, source, language, content, sha256)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)""";
    private static final String LAST = """
            select g.agreement, g.version, g.accepted_by, g.accepted_by_name, g.accepted_at, g.language,
                   convert_from(g.content, 'UTF8')
              from application_agreement g
              join application a on a.tenant_id = g.tenant_id and a.id = g.application_id
             where a.tenant_id = $1 and a.%s = $2 order by g.accepted_at desc, g.id desc limit 1""";
    private static final String OF_APPLICATION = LAST.formatted("id");
    private static final String OF_MERCHANT = LAST.formatted("merchant");

    private final Ids ids;

    PostgresAgreementStore(Ids ids) {
        this.ids = ids;
    }

    /** @param source address that it came from */
    public Uni<Void> add(Records tx, Application application, Mark by, AgreementText text, @Nullable String source) {
        return tx.execute(
                        ADD,
                        application.tenant().value(),
                        ids.next(),
                        application.id().value(),
                        text.key(),
                        text.version(),
                        by.subject(),
                        by.name(),
                        by.at(),
                        source,
                        text.language().getLanguage(),
                        Buffer.buffer(text.bytes()),
                        Buffer.buffer(HexFormat.of().parseHex(text.sha256())))
                .replaceWithVoid();
    }

    public Uni<Optional<AcceptedAgreement>> last(Records tx, Application application) {
        return application.acceptedVersion() == null
                ? Uni.createFrom().item(Optional.empty())
                : tx.select(
                                OF_APPLICATION,
                                application.tenant().value(),
                                application.id().value())
                        .map(PostgresAgreementStore::first);
    }

    /** Of the application that the merchant came from. */
    public Uni<Optional<AcceptedAgreement>> last(Records tx, TenantId tenant, MerchantId merchant) {
        return tx.select(OF_MERCHANT, tenant.value(), merchant.value()).map(PostgresAgreementStore::first);
    }

    private static Optional<AcceptedAgreement> first(List<Object[]> rows) {
        return rows.stream().findFirst().map(PostgresAgreementStore::accepted);
    }

    private static AcceptedAgreement accepted(Object[] row) {
        String version = (String) row[1];
        String content = (String) row[6];
        return new AcceptedAgreement(
                version,
                content == null
                        ? null
                        : new AgreementText((String) row[0], version, Locale.of((String) row[5]), content),
                new Mark((String) row[2], (String) row[3], ((OffsetDateTime) row[4]).toInstant()));
    }
}
