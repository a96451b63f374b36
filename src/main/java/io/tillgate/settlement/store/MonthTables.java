package io.tillgate.settlement.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.settlement.PayoutState;
import io.tillgate.settlement.statement.Letterhead;
import io.tillgate.settlement.statement.MonthlyStatement.Run;
import io.tillgate.settlement.statement.PayoutFacts.Merchant;
import io.tillgate.settlement.statement.Statement.Standing;
import io.tillgate.settlement.statement.Statement.Total;
import io.tillgate.settlement.statement.Statement.Transfer;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Money;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A month of one merchant account. Every statement sees what its scope may see, and no more. */
public final class MonthTables {
    /** Runs of one month; more than one a day is a person's doing. */
    private static final int RUNS_MAX = 1_000;

    private static final String ACCOUNT = """
            select coalesce(l.legal_name, m.legal_name) as legal_name, coalesce(l.trading_name, m.trading_name) as trading_name,
                   coalesce(l.registration_number, m.registration_number) as registration_number,
                   coalesce(l.country, m.country) as country, c.merchant_id, c.number,
                   coalesce(l.fee_plan, c.fee_plan) as fee_plan, c.currency, l.issuer_en, l.issuer_zh, l.word_mark, l.colour,
                   l.time_zone
              from merchant_account c
              join merchant m on m.tenant_id = c.tenant_id and m.id = c.merchant_id
              left join lateral (
                select h.* from settlement_account s
                  join settlement_letterhead h on h.tenant_id = s.tenant_id and h.run_id = s.run_id
                   and h.merchant_account_id = s.merchant_account_id
                 where s.tenant_id = c.tenant_id and s.merchant_id = c.merchant_id and s.merchant_account_id = c.id
                   and s.business_date between $3 and $4
                 order by s.business_date desc, s.cycle desc limit 1) l on true
             where c.tenant_id = $1 and c.id = $2""";
    private static final String RUNS = """
            select s.business_date, s.cycle, s.sales_count, s.sales, s.refunds_count + s.voids_count as returned_count,
                   s.refunds + s.voids as returned, s.fees, s.chargebacks + s.reserves + s.adjustments as corrections,
                   s.carried_in, s.net, a.end_to_end_id, a.amount, a.state, a.holder, a.iban, a.account_number,
                   a.bank_reference, a.booked_on
              from settlement_account s
              left join payout p on p.tenant_id = s.tenant_id and p.id = s.payout_id
              left join payout_attempt a on a.tenant_id = p.tenant_id and a.payout_id = p.id and a.number = p.attempt
             where s.tenant_id = $1 and s.merchant_id = $2 and s.merchant_account_id = $3 and s.currency = $4
               and s.business_date between $5 and $6
             order by s.business_date, s.cycle limit\s""" + RUNS_MAX;

    private MonthTables() {}

    /**
     * Whose account it is.
     *
     * @param letterhead null where no run of the month has one
     */
    public record Account(
            MerchantAccountId id,
            MerchantId holder,
            Currency currency,
            Merchant merchant,
            @Nullable Letterhead letterhead) {}

    /** Named as in the last run of the month. */
    public static Uni<Optional<Account>> account(
            SqlConnection connection, TenantId tenant, MerchantAccountId id, YearMonth month) {
        return connection
                .preparedQuery(ACCOUNT)
                .execute(Tuple.of(tenant.value(), id.value(), month.atDay(1), month.atEndOfMonth()))
                .map(rows -> {
                    var found = rows.iterator();
                    return found.hasNext() ? Optional.of(account(id, found.next())) : Optional.empty();
                });
    }

    /** In the order of their days. */
    public static Uni<List<Run>> runs(SqlConnection connection, TenantId tenant, Account account, YearMonth month) {
        Tuple values = Tuple.of(
                tenant.value(),
                account.holder().value(),
                account.id().value(),
                account.currency().getCurrencyCode(),
                month.atDay(1),
                month.atEndOfMonth());
        return connection.preparedQuery(RUNS).execute(values).map(rows -> {
            List<Run> runs = new ArrayList<>(rows.size());
            rows.forEach(row -> runs.add(run(row, account.currency())));
            return runs;
        });
    }

    private static Account account(MerchantAccountId id, Row row) {
        return new Account(
                id,
                new MerchantId(row.getUUID("merchant_id")),
                Currency.getInstance(row.getString("currency")),
                new Merchant(
                        row.getString("legal_name"),
                        row.getString("trading_name"),
                        row.getString("number"),
                        row.getString("registration_number"),
                        row.getString("country"),
                        row.getString("fee_plan")),
                LetterheadTable.of(row));
    }

    /** A cancelled payout went back to what the account carries. */
    private static Run run(Row row, Currency currency) {
        Transfer made = row.getString("state") == null ? null : transfer(row, currency);
        boolean isBack = made != null && made.standing() == Standing.CANCELLED;
        Transfer payout = isBack ? null : made;
        Money net = money(row, "net", currency);
        return new Run(
                row.getLocalDate("business_date"),
                row.getInteger("cycle"),
                money(row, "carried_in", currency),
                new Total(row.getInteger("sales_count"), money(row, "sales", currency)),
                new Total(row.getInteger("returned_count"), money(row, "returned", currency)),
                money(row, "fees", currency),
                money(row, "corrections", currency),
                payout == null ? net : net.minus(payout.amount()),
                payout);
    }

    private static Transfer transfer(Row row, Currency currency) {
        return new Transfer(
                row.getString("end_to_end_id"),
                money(row, "amount", currency),
                Standing.of(PayoutState.ofCode(row.getString("state"))),
                orUnknown(row.getString("holder")),
                orUnknown(StatementTables.masked(row)),
                row.getString("bank_reference"),
                row.getLocalDate("booked_on"));
    }

    private static String orUnknown(@Nullable String text) {
        return Objects.requireNonNullElse(text, "–");
    }

    private static Money money(Row row, String column, Currency currency) {
        return new Money(row.getLong(column), currency);
    }
}
