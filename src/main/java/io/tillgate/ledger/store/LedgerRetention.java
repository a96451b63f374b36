package io.tillgate.ledger.store;

import io.tillgate.platform.retention.RetentionSchedule;
import io.tillgate.platform.retention.TableRetention;
import io.tillgate.platform.retention.TableRetention.Kept;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/**
 * The book is kept whole: balances and chain are proved from the first entry on. It names no people, and its months are
 * partitions, which the owner of the database may move to slower storage.
 */
@ApplicationScoped
class LedgerRetention implements RetentionSchedule {
    @Override
    public List<TableRetention> tables() {
        return Stream.of(
                        "ledger_account",
                        "journal_source",
                        "journal_entry",
                        "journal_posting",
                        "ledger_balance",
                        "ledger_chain",
                        "journal_seal",
                        "ledger_block")
                .<TableRetention>map(table -> new Kept(table, "for the life of the tenant"))
                .toList();
    }
}
