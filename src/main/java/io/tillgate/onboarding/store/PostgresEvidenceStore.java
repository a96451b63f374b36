package io.tillgate.onboarding.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tillgate.onboarding.Application;
import io.tillgate.onboarding.CheckResult;
import io.tillgate.onboarding.CheckResult.Evidence;
import io.tillgate.onboarding.Document;
import io.tillgate.onboarding.KeptCheck;
import io.tillgate.onboarding.domain.Fingerprint;
import io.tillgate.onboarding.domain.SanctionsList;
import io.tillgate.platform.Ids;
import io.tillgate.platform.persistence.Records;
import io.tillgate.shared.ApplicationId;
import io.tillgate.shared.TenantId;
import io.tillgate.tenancy.BusinessClock;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** What belongs to an application and is only ever added: documents, checks, fingerprints. */
@ApplicationScoped
public class PostgresEvidenceStore {
    private static final int SAME_MAX = 20;

    private final Ids ids;
    private final BusinessClock clock;

    PostgresEvidenceStore(Ids ids, BusinessClock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    public Uni<Void> addDocument(Records tx, Application application, Document document) {
        return tx.execute(
                        "insert into application_document (tenant_id, id, application_id, file_id, name, content_type,"
                                + " size_bytes, uploaded_at) values ($1, $2, $3, $4, $5, $6, $7, $8)",
                        application.tenant().value(),
                        document.id(),
                        application.id().value(),
                        document.file(),
                        document.name(),
                        document.contentType(),
                        document.sizeBytes(),
                        document.uploadedAt())
                .replaceWithVoid();
    }

    public Uni<List<Document>> documents(Records tx, Application application) {
        return tx.select(
                        "select id, file_id, name, content_type, size_bytes, uploaded_at from application_document"
                                + " where tenant_id = $1 and application_id = $2 order by id limit "
                                + Document.COUNT_MAX,
                        application.tenant().value(),
                        application.id().value())
                .map(rows -> rows.stream()
                        .map(row -> new Document(
                                (UUID) row[0],
                                (UUID) row[1],
                                (String) row[2],
                                (String) row[3],
                                (Integer) row[4],
                                ((OffsetDateTime) row[5]).toInstant()))
                        .toList());
    }

    /** Replaces this application's fingerprints and answers who else in the tenant has one of them. */
    public Uni<List<Evidence>> fingerprint(Records tx, Application application, List<Fingerprint> prints) {
        UUID tenant = application.tenant().value();
        UUID id = application.id().value();
        return tx.execute(
                        "delete from application_fingerprint where tenant_id = $1 and application_id = $2", tenant, id)
                .chain(() -> each(
                        prints,
                        print -> tx.execute(
                                "insert into application_fingerprint (tenant_id, application_id, kind, fingerprint)"
                                        + " values ($1, $2, $3, $4) on conflict do nothing",
                                tenant,
                                id,
                                print.kind(),
                                Buffer.buffer(print.sha256()))))
                .chain(() -> tx.select(
                        "select distinct f.application_id, f.kind from application_fingerprint f"
                                + " join application_fingerprint mine on mine.tenant_id = f.tenant_id and mine.kind = f.kind"
                                + " and mine.fingerprint = f.fingerprint where mine.tenant_id = $1"
                                + " and mine.application_id = $2 and f.application_id <> $2 order by 1, 2 limit "
                                + SAME_MAX,
                        tenant,
                        id))
                .map(rows -> rows.stream()
                        .map(row -> new Evidence(row[0].toString(), "same " + row[1], 100))
                        .toList());
    }

    public Uni<Void> addChecks(Records tx, Application application, List<CheckResult> results, SanctionsList list) {
        return each(results, result -> {
            boolean screened = result.kind() == CheckResult.Kind.SANCTIONS;
            return tx.execute(
                    "insert into application_check (tenant_id, id, application_id, submission, kind, outcome, path,"
                            + " detail, evidence, list_name, list_date, list_digest, checked_at)"
                            + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
                    application.tenant().value(),
                    ids.next(),
                    application.id().value(),
                    application.state().submissions(),
                    word(result.kind()),
                    word(result.outcome()),
                    result.path(),
                    result.detail(),
                    json(result.evidence()),
                    screened ? list.name() : null,
                    screened ? list.date() : null,
                    screened ? list.digest() : null,
                    clock.now(application.tenant()));
        });
    }

    /** Of the last submission. */
    public Uni<List<KeptCheck>> checks(Records tx, Application application) {
        return tx.select(
                        "select kind, outcome, path, detail, evidence, list_name, list_date, checked_at"
                                + " from application_check where tenant_id = $1 and application_id = $2 and submission = $3"
                                + " order by id limit 200",
                        application.tenant().value(),
                        application.id().value(),
                        application.state().submissions())
                .map(rows -> rows.stream().map(PostgresEvidenceStore::check).toList());
    }

    /** Checks of the last submission that a person should look at. */
    public Uni<Map<ApplicationId, Integer>> looks(Records tx, TenantId tenant, Collection<ApplicationId> ids) {
        return tx.select(
                        "select c.application_id, count(*) from application_check c where c.tenant_id = $1"
                                + " and c.application_id = any($2) and c.outcome = 'look' and c.submission = (select"
                                + " max(l.submission) from application_check l where l.tenant_id = c.tenant_id"
                                + " and l.application_id = c.application_id) group by 1",
                        tenant.value(),
                        ids.stream().map(ApplicationId::value).toArray(UUID[]::new))
                .map(rows -> {
                    Map<ApplicationId, Integer> looks = new HashMap<>();
                    rows.forEach(row -> looks.put(new ApplicationId((UUID) row[0]), ((Number) row[1]).intValue()));
                    return looks;
                });
    }

    private static KeptCheck check(Object[] row) {
        List<Evidence> evidence = new ArrayList<>();
        JsonArray array = (JsonArray) row[4];
        for (int i = 0; i < array.size(); i++) {
            JsonObject item = array.getJsonObject(i);
            evidence.add(new Evidence(item.getString("reference"), item.getString("text"), item.getInteger("score")));
        }
        return new KeptCheck(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                evidence,
                (String) row[5],
                (LocalDate) row[6],
                ((OffsetDateTime) row[7]).toInstant());
    }

    private static JsonArray json(List<Evidence> evidence) {
        JsonArray array = new JsonArray();
        evidence.forEach(each -> array.add(new JsonObject()
                .put("reference", each.reference())
                .put("text", each.text())
                .put("score", each.score())));
        return array;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <T> Uni<Void> each(List<T> all, Function<T, Uni<Integer>> write) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(write::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
