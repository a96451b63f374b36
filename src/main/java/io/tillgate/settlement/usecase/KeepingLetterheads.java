package io.tillgate.settlement.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.settlement.statement.Letterhead;
import io.tillgate.settlement.store.LetterheadTable;
import io.tillgate.settlement.store.RunTable.New;
import io.tillgate.tenancy.Tenants;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes down, with a run, under which names its statements are drawn. */
@ApplicationScoped
class KeepingLetterheads {
    private final Tenants tenants;

    KeepingLetterheads(Tenants tenants) {
        this.tenants = tenants;
    }

    /** In the run's own transaction, after its accounts. */
    Uni<Void> of(SqlConnection connection, New run) {
        return LetterheadTable.keep(connection, run, Letterhead.of(tenants.settings(run.tenant())));
    }
}
