package io.tillgate.settlement.bank;

import io.smallrye.mutiny.Uni;
import io.tillgate.settlement.BankWord;
import io.tillgate.settlement.Heard;
import io.tillgate.settlement.HostCredit;
import io.tillgate.settlement.store.BreakTable.Moved;
import io.tillgate.shared.Money;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What settlement does with what a bank says, in the caller's transaction. */
public interface PayoutBook {
    /** Answers each word in its place. */
    Uni<List<Heard>> hear(SqlConnection connection, TenantId tenant, List<BankWord> words);

    /** Money that is no payout. */
    Uni<Heard> receive(SqlConnection connection, TenantId tenant, HostCredit credit);

    /** Work for a person. */
    Uni<UUID> open(SqlConnection connection, TenantId tenant, Difference difference);

    /**
     * Something that fits nothing.
     *
     * @param moved what it did to the bank account; null where it did nothing
     */
    record Difference(
            String kind,
            String detail,
            @Nullable Money amount,
            @Nullable String bankReference,
            @Nullable String endToEndId,
            @Nullable Moved moved) {}
}
