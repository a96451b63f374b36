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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Payouts as a bank names them: by file, and by end-to-end id. */
public final class PayoutsInFiles {
    private static final String FILE_PREFIX = "tg";
    private static final String OF_FILES = """
            select f.message_id, f.state as file_state, a.end_to_end_id, a.amount, a.currency, a.state
              from payment_file f
              left join payout_attempt a on a.tenant_id = f.tenant_id and a.file_id = f.id
             where f.tenant_id = $1 and f.message_id = any($2)
             order by a.end_to_end_id""";
    private static final String KNOWN =
            "select end_to_end_id, state from payout_attempt where tenant_id = $1 and end_to_end_id = any($2)";

    private static final String PAID_FROM = """
            select distinct coalesce(debtor_iban, debtor_account) as account from payment_file
             where tenant_id = $1 and (debtor_iban = any($2) or debtor_account = any($2))""";

    private PayoutsInFiles() {}

    /** One of our payouts as we name it. */
    public record Known(String endToEndId, PayoutState state) {}

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
        return ofFiles(connection, tenant, List.of(messageId)).map(files -> Optional.ofNullable(files.get(messageId)));
    }

    /** Those of the names that are files of ours, in one question however many there are. */
    public static Uni<Map<String, InFile>> ofFiles(
            SqlConnection connection, TenantId tenant, Collection<String> names) {
        if (names.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return connection
                .preparedQuery(OF_FILES)
                .execute(Tuple.of(tenant.value(), spellings(names)))
                .map(rows -> {
                    Map<String, InFile> files = new HashMap<>();
                    for (Row row : rows) {
                        InFile file = files.computeIfAbsent(
                                row.getString("message_id"),
                                ignored ->
                                        new InFile(row.getString("file_state").equals("fetched"), new ArrayList<>()));
                        if (row.getString("end_to_end_id") != null) {
                            file.members().add(member(row));
                        }
                    }
                    return asNamed(names, files);
                });
    }

    /** Those of the names that are ours, as the bank writes them: how we write each, and where it stands. */
    public static Uni<Map<String, Known>> known(SqlConnection connection, TenantId tenant, Collection<String> names) {
        return connection
                .preparedQuery(KNOWN)
                .execute(Tuple.of(tenant.value(), spellings(names)))
                .map(rows -> {
                    Map<String, Known> known = new HashMap<>();
                    rows.forEach(row -> known.put(
                            row.getString("end_to_end_id"),
                            new Known(row.getString("end_to_end_id"), PayoutState.ofCode(row.getString("state")))));
                    return asNamed(names, known);
                });
    }

    /** Those of the accounts from which files were paid. */
    public static Uni<Set<String>> paidFrom(SqlConnection connection, TenantId tenant, Collection<String> accounts) {
        return connection
                .preparedQuery(PAID_FROM)
                .execute(Tuple.of(tenant.value(), accounts.toArray(String[]::new)))
                .map(rows -> {
                    Set<String> own = new HashSet<>();
                    rows.forEach(row -> own.add(row.getString("account")));
                    return own;
                });
    }

    /** Banks may write in capitals what we wrote in small letters; a file's name begins with two capitals. */
    private static String ours(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return small.startsWith(FILE_PREFIX) ? FILE_PREFIX.toUpperCase(Locale.ROOT) + small.substring(2) : small;
    }

    private static String[] spellings(Collection<String> names) {
        return names.stream()
                .flatMap(name -> Stream.of(name, ours(name)))
                .distinct()
                .toArray(String[]::new);
    }

    private static <T> Map<String, T> asNamed(Collection<String> names, Map<String, T> found) {
        Map<String, T> named = new HashMap<>();
        for (String name : names) {
            T own = found.getOrDefault(name, found.get(ours(name)));
            if (own != null) {
                named.put(name, own);
            }
        }
        return named;
    }

    private static Member member(Row row) {
        return new Member(
                row.getString("end_to_end_id"),
                Money.of(row.getLong("amount"), row.getString("currency")),
                PayoutState.ofCode(row.getString("state")));
    }
}
