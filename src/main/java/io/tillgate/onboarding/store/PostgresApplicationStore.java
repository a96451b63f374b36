package io.tillgate.onboarding.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.tillgate.onboarding.Application;
import io.tillgate.onboarding.ApplicationForm;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.persistence.Records;
import io.tillgate.shared.ApplicationId;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Applications and what they tell, in two rows: the second can be erased. */
@ApplicationScoped
public class PostgresApplicationStore {
    private final ObjectMapper json;

    PostgresApplicationStore(ObjectMapper json) {
        this.json = json;
    }

    /** Locked until the transaction ends: commands on one application come one after the other. */
    public Uni<Application> locked(Records tx, TenantId tenant, ApplicationId id) {
        return tx.session()
                .find(ApplicationRecord.class, ApplicationKey.of(tenant, id), LockMode.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(PostgresApplicationStore::notFound)
                .map(ApplicationRecord::toApplication);
    }

    public Uni<Application> find(Records tx, TenantId tenant, ApplicationId id) {
        return record(tx, tenant, id).map(ApplicationRecord::toApplication);
    }

    public Uni<Application> insert(Records tx, Application application, ApplicationForm form) {
        ApplicationRecord row = ApplicationRecord.of(application);
        return tx.session()
                .persist(row)
                .chain(() -> tx.execute(
                        "insert into application_private (tenant_id, application_id, content) values ($1, $2, $3)",
                        application.tenant().value(),
                        application.id().value(),
                        written(form)))
                .map(done -> row.toApplication());
    }

    public Uni<Application> update(Records tx, Application application) {
        return record(tx, application.tenant(), application.id())
                .invoke(row -> row.apply(application))
                .call(tx.session()::flush)
                .map(ApplicationRecord::toApplication);
    }

    public Uni<ApplicationForm> form(Records tx, Application application) {
        return tx.select(
                        "select content from application_private where tenant_id = $1 and application_id = $2",
                        application.tenant().value(),
                        application.id().value())
                .map(rows -> rows.isEmpty() ? ApplicationForm.EMPTY : read((JsonObject) rows.getFirst()[0]));
    }

    public Uni<Void> saveForm(Records tx, Application application, ApplicationForm form) {
        return tx.execute(
                        "update application_private set content = $3 where tenant_id = $1 and application_id = $2",
                        application.tenant().value(),
                        application.id().value(),
                        written(form))
                .replaceWithVoid();
    }

    /** The applicant's application that is neither refused nor withdrawn. */
    public Uni<Optional<UUID>> openOf(Records tx, TenantId tenant, String subject) {
        return tx.select(
                        "select id from application where tenant_id = $1 and applicant_subject = $2"
                                + " and state not in ('refused', 'withdrawn')",
                        tenant.value(),
                        subject)
                .map(rows -> rows.isEmpty() ? Optional.empty() : Optional.of((UUID) rows.getFirst()[0]));
    }

    /** Oldest first, by key. */
    public Uni<Page<Application>> list(Records tx, TenantId tenant, Filter filter, PageRequest page) {
        StringBuilder query = new StringBuilder("from ApplicationRecord r where r.tenantId = :tenant");
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("tenant", tenant.value());
        filter.addTo(query, parameters);
        UUID after = page.afterId();
        if (after != null) {
            query.append(" and r.id > :after");
            parameters.put("after", after);
        }
        Mutiny.SelectionQuery<ApplicationRecord> selection = tx.session()
                .createSelectionQuery(query.append(" order by r.id").toString(), ApplicationRecord.class)
                .setMaxResults(page.limit() + 1);
        parameters.forEach(selection::setParameter);
        return selection
                .getResultList()
                .map(rows -> rows.stream().map(ApplicationRecord::toApplication).toList())
                .map(found -> Page.of(found, page, a -> a.id().toString()));
    }

    /**
     * Which applications to list.
     *
     * @param applicant only this person's
     * @param search part of the business name
     */
    public record Filter(
            @Nullable String state,
            @Nullable String applicant,
            @Nullable String search) {
        private void addTo(StringBuilder query, Map<String, Object> parameters) {
            if (state != null) {
                query.append(" and r.state = :state");
                parameters.put("state", state);
            }
            if (applicant != null) {
                query.append(" and r.applicantSubject = :applicant");
                parameters.put("applicant", applicant);
            }
            if (search != null && !search.isBlank()) {
                query.append(" and lower(r.businessName) like :like escape '\\'");
                String escaped = search.strip()
                        .toLowerCase(Locale.ROOT)
                        .replace("\\", "\\\\")
                        .replace("%", "\\%")
                        .replace("_", "\\_");
                parameters.put("like", "%" + escaped + "%");
            }
        }
    }

    private Uni<ApplicationRecord> record(Records tx, TenantId tenant, ApplicationId id) {
        return tx.session()
                .find(ApplicationRecord.class, ApplicationKey.of(tenant, id))
                .onItem()
                .ifNull()
                .failWith(PostgresApplicationStore::notFound);
    }

    private JsonObject written(ApplicationForm form) {
        try {
            return new JsonObject(json.writeValueAsString(form));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a form could not be written", e);
        }
    }

    private ApplicationForm read(JsonObject content) {
        try {
            return json.readValue(content.encode(), ApplicationForm.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored form could not be read", e);
        }
    }

    private static Refusal notFound() {
        return new Refusal(CommonProblem.NOT_FOUND, "there is no such application");
    }
}
