package io.tillgate.merchants.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.persistence.Records;
import io.tillgate.shared.TenantId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** A list query whose conditions depend on what was asked. Texts are fixed; values only ever travel as parameters. */
final class Clauses {
    private final StringBuilder query;
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    Clauses(String start) {
        query = new StringBuilder(start);
    }

    Clauses and(String condition, String name, Object value) {
        query.append(" and ").append(condition);
        return with(name, value);
    }

    Clauses with(String name, Object value) {
        parameters.put(name, value);
        return this;
    }

    /** One row more than the page holds, in order of ids. */
    <R> Uni<List<R>> page(Records tx, TenantId tenant, PageRequest page, Class<R> type) {
        UUID after = page.afterId();
        if (after != null) {
            and("r.id > :after", "after", after);
        }
        Mutiny.SelectionQuery<R> selection = tx.session()
                .createSelectionQuery(query.append(" order by r.id").toString(), type)
                .setParameter("tenant", tenant.value())
                .setMaxResults(page.limit() + 1);
        parameters.forEach(selection::setParameter);
        return selection.getResultList();
    }
}
