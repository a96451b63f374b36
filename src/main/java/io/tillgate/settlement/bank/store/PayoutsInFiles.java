package io.tillgate.settlement.bank.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.settlement.PayoutState;
import io.tillgate.shared.Money;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Payouts as a bank names them: by file, and by end-to-end id. */
public final class PayoutsInFiles {
    private static final String OF_FILE = """
            select f.state as file_state, a.end_to_end_id, a.amount, a.currency, a.state
              from payment_file f
              left join payout_attempt a on a.tenant_id = f.tenant_id and a.file_id = f.id
             where f.tenant_id = $1 and f.message_id = $2
             order by a.end_to_end_id""";
    private static final String KNOWN =
            "select end_to_end_id, state from payout_attempt where tenant_id = $1 and end_to_end_id = any($2)";

    private PayoutsInFiles() {}

    /** A file, and what it pays. */
    public record InFile(boolean fetched, List<Member> members) {}

    /** One payout of a file. */
    public record Member(String endToEndId, Money amount, PayoutState state) {
        /** The bank has refused it, or never got it: no booking of the group holds it. */
        public boolean isOut() {
            return state == PayoutState.REJECTED || state == PayoutState.CANCELLED;
        }
    }

    public static Uni<Optional<InFile>> ofFile(SqlConnection connection, TenantId tenant, String messageId) {
        return connection
                .preparedQuery(OF_FILE)
                .execute(Tuple.of(tenant.value(), messageId))
                .map(rows -> {
                    List<Member> members = new ArrayList<>();
                    boolean fetched = false;
                    for (Row row : rows) {
                        fetched = row.getString("file_state").equals("fetched");
                        if (row.getString("end_to_end_id") != null) {
                            members.add(member(row));
                        }
                    }
                    return rows.size() == 0 ? Optional.empty() : Optional.of(new InFile(fetched, members));
                });
    }

    /** Those of the names that are ours, with where they stand. */
    public static Uni<Map<String, PayoutState>> known(
            SqlConnection connection, TenantId tenant, Collection<String> names) {
        return connection
                .preparedQuery(KNOWN)
                .execute(Tuple.of(tenant.value(), names.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, PayoutState> known = new HashMap<>();
                    rows.forEach(row ->
                            known.put(row.getString("end_to_end_id"), PayoutState.ofCode(row.getString("state"))));
                    return known;
                });
    }

    private static Member member(Row row) {
        return new Member(
                row.getString("end_to_end_id"),
                Money.of(row.getLong("amount"), row.getString("currency")),
                PayoutState.ofCode(row.getString("state")));
    }
}
