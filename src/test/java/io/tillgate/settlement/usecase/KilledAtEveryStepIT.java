package io.tillgate.settlement.usecase;

import static io.tillgate.settlement.usecase.Trade.SOON;
import static io.tillgate.settlement.usecase.Trade.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.settlement.BankWord;
import io.tillgate.settlement.Heard;
import io.tillgate.settlement.PaymentFile;
import io.tillgate.settlement.PayoutSelection;
import io.tillgate.settlement.Payouts;
import io.tillgate.settlement.ReleaseAnswer;
import io.tillgate.settlement.RunView;
import io.tillgate.settlement.Settlements;
import io.tillgate.settlement.usecase.Trade.Shop;
import io.tillgate.settlement.usecase.Trade.Taken;
import io.tillgate.shared.TenantId;
import io.tillgate.stack.People;
import io.tillgate.tenancy.Tenant;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/**
 * Cut-off, signature, release, the bank's fetch and its booking are each ended at every row that they write and at their
 * commit, and done again; what stands at last is compared with another tenant's, whose work nobody touched.
 */
@QuarkusTest
class KilledAtEveryStepIT {
    private static final Logger LOG = Logger.getLogger(KilledAtEveryStepIT.class);
    private static final TenantId TWIN = Tenant.idOf("jiuzhou");
    private static final int STEPS_MAX = 200;

    /** What a tenant's shops came to, in the order of the shops and without ids, dates and moments. */
    private static final Map<String, String> STANDS = new LinkedHashMap<>();

    static {
        STANDS.put(
                "accounts",
                "select s.place, a.currency, a.items, a.sales_count, a.sales, a.refunds, a.fees, a.carried_in, a.net,"
                        + " a.carried_out, a.outcome from settlement_account a join shop s on s.account = a.merchant_account_id");
        STANDS.put(
                "items",
                "select s.place, i.kind, i.gross, i.fee, i.source_kind from settlement_item i"
                        + " join shop s on s.account = i.merchant_account_id");
        STANDS.put(
                "payouts",
                "select s.place, p.amount, p.attempt, a.number, a.state, a.signed_by, a.released_by, f.state as file,"
                        + " f.payouts, f.total, a.bank_reference is not null as referred from payout p"
                        + " join shop s on s.account = p.merchant_account_id"
                        + " join payout_attempt a on a.tenant_id = p.tenant_id and a.payout_id = p.id"
                        + " left join payment_file f on f.tenant_id = a.tenant_id and f.id = a.file_id");
        STANDS.put(
                "carried",
                "select s.place, c.amount from settlement_carry c join shop s on s.account = c.merchant_account_id");
        STANDS.put(
                "journal",
                "select s.place, e.rule, l.code, p.amount from journal_posting p join journal_entry e on e.tenant_id ="
                        + " p.tenant_id and e.business_date = p.business_date and e.id = p.entry_id join ledger_account l on"
                        + " l.tenant_id = p.tenant_id and l.id = p.account_id join shop s on s.account = l.merchant_account_id");
        STANDS.put(
                "balances",
                "select s.place, l.code, b.amount, b.postings from ledger_balance b join ledger_account l on l.tenant_id ="
                        + " b.tenant_id and l.id = b.account_id join shop s on s.account = l.merchant_account_id");
        STANDS.put(
                "written down",
                "select r.action, count(*) as times from audit_record r where r.subject_id = $3 group by r.action");
    }

    @Inject
    Trade harbour;

    @Inject
    TenantTransaction transactions;

    @Inject
    Settlements settlements;

    @Inject
    Payouts payouts;

    @Inject
    HandingOverFiles files;

    @Inject
    HearingTheBank bank;

    @BeforeEach
    void tenants_are_there() {
        People.awaitTenants();
    }

    /** One tenant's day. */
    private final class Day {
        private final TenantId tenant;
        private final Trade trade;
        private final List<Shop> shops;

        Day(TenantId tenant, Trade trade) {
            this.tenant = tenant;
            this.trade = trade;
            cutOff(UUID.randomUUID().toString()).await().atMost(SOON); // what others left is not of this day
            shops = trade.open(3);
            trade.take(
                    Taken.sale(shops.get(0), 5_000, 60),
                    Taken.sale(shops.get(0), 2_500, 30),
                    Taken.refund(shops.get(0), 1_000, 0),
                    Taken.sale(shops.get(1), 9_900, 120),
                    Taken.refund(shops.get(2), 700, 0));
        }

        private Caller staff(String name) {
            return new Caller(tenant, "any", name, name, Set.of("finance"), null, "127.0.0.1");
        }

        Uni<RunView> cutOff(String key) {
            return settlements.cutOff(staff("anna"), key);
        }

        Uni<ReleaseAnswer> sign(String key, UUID run) {
            return payouts.sign(staff("anna"), key, new PayoutSelection.OfRun(run));
        }

        Uni<ReleaseAnswer> release(String key, UUID run) {
            return payouts.release(staff("ben"), key, new PayoutSelection.OfRun(run));
        }

        Uni<PaymentFile> fetch(ReleaseAnswer released) {
            return files.fetch(tenant, released.files().getFirst().messageId());
        }

        Uni<List<Heard>> book(PaymentFile file) {
            List<BankWord> words = new ArrayList<>();
            file.instructions()
                    .forEach(each -> words.add(new BankWord.Booked(
                            each.endToEndId(), each.amount(), "B-" + each.endToEndId(), LocalDate.of(2026, 11, 23))));
            return transactions.sql(Scope.tenant(tenant), connection -> bank.hear(connection, tenant, words));
        }

        Map<String, List<String>> stands(UUID run) {
            Map<String, List<String>> stands = new LinkedHashMap<>();
            UUID[] accounts = shops.stream().map(shop -> shop.account().value()).toArray(UUID[]::new);
            STANDS.forEach((what, sql) -> stands.put(
                    what,
                    trade.sql(connection -> connection
                            .preparedQuery(
                                    "with shop as (select * from unnest($2::uuid[]) with ordinality as s(account, place))"
                                            + " select t::text as line from (" + sql + ") t where $1::uuid is not null"
                                            + " and $3::text is not null order by 1")
                            .execute(Tuple.of(tenant.value(), accounts, run.toString()))
                            .map(rows -> {
                                List<String> lines = new ArrayList<>();
                                rows.forEach(row -> lines.add(row.getString("line")));
                                return lines;
                            }))));
            return stands;
        }
    }

    @Test
    void what_was_ended_anywhere_and_done_again_is_what_nobody_touched() throws SQLException {
        Day touched = new Day(TENANT, harbour);
        Day twin = new Day(TWIN, harbour.in(TWIN));
        UUID run;

        try (KilledAt killed = KilledAt.of(TENANT)) {
            run = wholeDay(killed, touched);
        }
        UUID other = wholeDay(null, twin);

        Map<String, List<String>> expected = twin.stands(other);
        assertThat(expected.get("payouts"))
                .as("the untouched day is whole")
                .hasSize(2)
                .allMatch(line -> line.contains("booked"));
        assertThat(expected.get("written down")).hasSize(3);
        assertThat(touched.stands(run)).isEqualTo(expected);
        harbour.prove();
        harbour.in(TWIN).prove();
    }

    private static UUID wholeDay(@Nullable KilledAt killed, Day day) throws SQLException {
        String cut = UUID.randomUUID().toString();
        String sign = UUID.randomUUID().toString();
        String release = UUID.randomUUID().toString();
        UUID run = done(killed, "cut-off", () -> day.cutOff(cut)).id();
        done(killed, "sign", () -> day.sign(sign, run));
        ReleaseAnswer released = done(killed, "release", () -> day.release(release, run));
        PaymentFile file = done(killed, "fetch", () -> day.fetch(released));
        done(killed, "book", () -> day.book(file));
        return run;
    }

    /** At the first step, then at the second, until one comes through; then once more, as a client that heard no answer. */
    private static <T> T done(@Nullable KilledAt killed, String what, Supplier<Uni<T>> work) throws SQLException {
        if (killed == null) {
            return work.get().await().atMost(SOON);
        }
        for (int step = 1; step < STEPS_MAX; step++) {
            killed.at(step);
            T answer;
            try {
                answer = work.get().await().atMost(SOON);
            } catch (RuntimeException ended) {
                if (killed.steps() != step) {
                    throw ended;
                }
                continue;
            }
            killed.never();
            LOG.infof("%s was ended at each of %d steps", what, step - 1);
            assertThat(step).as("steps of " + what).isGreaterThan(4);
            T again = work.get().await().atMost(SOON);
            if (!what.equals("book")) {
                assertThat(again).as(what + " again").isEqualTo(answer);
            }
            return answer;
        }
        throw new AssertionFailedError(what + " has no end");
    }
}
