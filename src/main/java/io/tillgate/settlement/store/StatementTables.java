package io.tillgate.settlement.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.BankAccount;
import io.tillgate.settlement.PayoutState;
import io.tillgate.settlement.statement.ItemFacts;
import io.tillgate.settlement.statement.PayoutFacts;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.Money;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What statements are made of, read where it is. Every statement sees what its scope may see, and no more. */
public final class StatementTables {
    private static final String PAYOUT = """
            select p.run_id, p.merchant_account_id, p.amount, p.currency, p.business_date, s.cycle, s.cut_at, s.items,
                   s.carried_in, s.carried_out, a.end_to_end_id, a.state, a.holder, a.iban, a.account_number,
                   a.bank_reference, a.booked_on, coalesce(l.legal_name, m.legal_name) as legal_name,
                   coalesce(l.trading_name, m.trading_name) as trading_name,
                   coalesce(l.registration_number, m.registration_number) as registration_number,
                   coalesce(l.country, m.country) as country, coalesce(l.merchant_number, c.number) as merchant_number,
                   coalesce(l.fee_plan, c.fee_plan) as fee_plan, l.issuer_en, l.issuer_zh, l.word_mark, l.colour, l.time_zone
              from payout p
              join payout_attempt a on a.tenant_id = p.tenant_id and a.payout_id = p.id and a.number = p.attempt
              join settlement_account s on s.tenant_id = p.tenant_id and s.run_id = p.run_id
               and s.merchant_account_id = p.merchant_account_id and s.currency = p.currency
              join merchant m on m.tenant_id = p.tenant_id and m.id = p.merchant_id
              join merchant_account c on c.tenant_id = p.tenant_id and c.id = p.merchant_account_id
              left join settlement_letterhead l on l.tenant_id = p.tenant_id and l.run_id = p.run_id
               and l.merchant_account_id = p.merchant_account_id
             where p.tenant_id = $1 and p.id = $2""";
    /**
     * The receipt of a refund or void is that of its sale. The dates say in which months to look: a payment is booked on its
     * own day or undone soon after, a refund may be of a sale of any age.
     */
    private static final String ITEMS = """
            select i.number, i.kind, i.booked_on, i.booked_at, i.gross, i.fee, i.currency, p.id as payment_id,
                   p.created_at, p.zone, p.mcc, p.terminal_number, p.card_scheme, p.card_entry, p.card_masked,
                   coalesce(l.stores -> p.store_id::text ->> 0, t.name_en) as name_en,
                   case when l.stores -> p.store_id::text is null then t.name_zh
                        else l.stores -> p.store_id::text ->> 1 end as name_zh, s.receipt_number, %s
              from settlement_item i
              left join payment p on i.source_kind = 'payment' and p.tenant_id = i.tenant_id and p.id = i.source_id
               and p.business_date between i.booked_on - 40 and i.booked_on + 1
              left join store t on t.tenant_id = p.tenant_id and t.id = p.store_id
              left join settlement_letterhead l on l.tenant_id = i.tenant_id and l.run_id = i.run_id
               and l.merchant_account_id = i.merchant_account_id
              left join sale s on s.tenant_id = p.tenant_id and s.id = p.sale_id
               and s.business_date between p.business_date - (case p.kind when 'refund' then 3700 else 40 end)
                                       and p.business_date + 1
              %s
             where i.tenant_id = $1 and i.business_date = $2 and i.run_id = $3 and i.merchant_account_id = $4
               and i.currency = $5
             order by i.number""".formatted(Reasons.COLUMNS, Reasons.JOINS);

    private static final String WATERMARK = "select to_number from settlement_run where tenant_id = $1 and id = $2";

    private StatementTables() {}

    public static Uni<Optional<PayoutFacts>> payout(SqlConnection connection, TenantId tenant, UUID payout) {
        return connection
                .preparedQuery(PAYOUT)
                .execute(Tuple.of(tenant.value(), payout))
                .map(rows -> {
                    var found = rows.iterator();
                    return found.hasNext() ? Optional.of(payout(found.next())) : Optional.empty();
                });
    }

    /** In the order of the journal. */
    public static Uni<List<ItemFacts>> items(SqlConnection connection, TenantId tenant, PayoutFacts payout) {
        Tuple values = Tuple.of(
                tenant.value(),
                payout.businessDate(),
                payout.run(),
                payout.account().value(),
                payout.amount().currency().getCurrencyCode());
        return connection.preparedQuery(ITEMS).execute(values).map(rows -> {
            List<ItemFacts> items = new ArrayList<>(rows.size());
            rows.forEach(row -> items.add(item(row)));
            return items;
        });
    }

    /** The last journal number that a run covers; only the tenant's own scope sees it. */
    public static Uni<Long> watermark(SqlConnection connection, TenantId tenant, UUID run) {
        return connection
                .preparedQuery(WATERMARK)
                .execute(Tuple.of(tenant.value(), run))
                .map(rows -> rows.iterator().next().getLong("to_number"));
    }

    private static PayoutFacts payout(Row row) {
        String currency = row.getString("currency");
        return new PayoutFacts(
                row.getUUID("run_id"),
                new MerchantAccountId(row.getUUID("merchant_account_id")),
                Money.of(row.getLong("amount"), currency),
                row.getLocalDate("business_date"),
                row.getInteger("cycle"),
                row.getOffsetDateTime("cut_at").toInstant(),
                row.getInteger("items"),
                Money.of(row.getLong("carried_in"), currency),
                Money.of(row.getLong("carried_out"), currency),
                new PayoutFacts.Attempt(
                        row.getString("end_to_end_id"),
                        PayoutState.ofCode(row.getString("state")),
                        row.getString("holder"),
                        masked(row),
                        row.getString("bank_reference"),
                        row.getLocalDate("booked_on")),
                new PayoutFacts.Merchant(
                        row.getString("legal_name"),
                        row.getString("trading_name"),
                        row.getString("merchant_number"),
                        row.getString("registration_number"),
                        row.getString("country"),
                        row.getString("fee_plan")),
                LetterheadTable.of(row));
    }

    static @Nullable String masked(Row row) {
        String iban = row.getString("iban");
        String number = iban == null ? row.getString("account_number") : iban;
        return number == null ? null : BankAccount.masked(number);
    }

    private static ItemFacts item(Row row) {
        String currency = row.getString("currency");
        return new ItemFacts(
                row.getLong("number"),
                row.getString("kind"),
                row.getLocalDate("booked_on"),
                row.getOffsetDateTime("booked_at").toInstant(),
                Money.of(row.getLong("gross"), currency),
                Money.of(row.getLong("fee"), currency),
                row.getUUID("payment_id") == null ? null : payment(row),
                Reasons.of(row));
    }

    private static ItemFacts.Payment payment(Row row) {
        String masked = row.getString("card_masked");
        return new ItemFacts.Payment(
                new ItemFacts.Place(
                        row.getString("name_en"), row.getString("name_zh"), row.getString("terminal_number")),
                ZoneId.of(row.getString("zone")),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("receipt_number"),
                new ItemFacts.Card(
                        row.getString("card_scheme"),
                        row.getString("card_entry"),
                        masked == null ? null : masked.substring(masked.length() - 4)),
                Integer.parseInt(row.getString("mcc")));
    }
}
