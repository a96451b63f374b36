package io.tillgate.portal.frame;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Remembers which forms were sent and what came of it. Bounded by its retention. */
@ApplicationScoped
class SentForms {
    private final TenantTransaction transaction;

    SentForms(TenantTransaction transaction) {
        this.transaction = transaction;
    }

    /** @param location null while the first sending is still at work, or was cut off */
    record Result(@Nullable String location, @Nullable String said) {}

    /** Empty: this is the first time, and the row is there now. */
    Uni<Optional<Result>> claim(Caller caller, UUID form) {
        return transaction.sql(
                Scope.tenant(caller.tenant()),
                sql -> sql.preparedQuery("insert into portal_form (tenant_id, id, subject) values ($1, $2, $3)"
                                + " on conflict do nothing")
                        .execute(Tuple.of(caller.tenant().value(), form, caller.subject()))
                        .chain(inserted -> inserted.rowCount() == 1
                                ? Uni.createFrom().item(Optional.<Result>empty())
                                : sql.preparedQuery("select location, said from portal_form"
                                                + " where tenant_id = $1 and id = $2 and subject = $3")
                                        .execute(Tuple.of(caller.tenant().value(), form, caller.subject()))
                                        .map(SentForms::result)));
    }

    Uni<Void> finished(Caller caller, UUID form, String location, String said) {
        return transaction
                .sql(
                        Scope.tenant(caller.tenant()),
                        sql -> sql.preparedQuery("update portal_form set location = $3, said = $4"
                                        + " where tenant_id = $1 and id = $2")
                                .execute(Tuple.of(caller.tenant().value(), form, location, said)))
                .replaceWithVoid();
    }

    /** Nothing came of it: the same form may be sent again. */
    Uni<Void> withdrawn(Caller caller, UUID form) {
        return transaction
                .sql(
                        Scope.tenant(caller.tenant()),
                        sql -> sql.preparedQuery("delete from portal_form where tenant_id = $1 and id = $2")
                                .execute(Tuple.of(caller.tenant().value(), form)))
                .replaceWithVoid();
    }

    private static Optional<Result> result(RowSet<Row> rows) {
        return rows.size() == 0
                ? Optional.of(new Result(null, null))
                : Optional.of(new Result(
                        rows.iterator().next().getString("location"),
                        rows.iterator().next().getString("said")));
    }
}
