package io.tillgate.sales.store;

import io.tillgate.platform.persistence.BatchStatement;
import io.tillgate.platform.persistence.ColumnArrays;
import io.tillgate.platform.persistence.ConditionalStatement;
import io.tillgate.platform.persistence.UnconditionalStatement;
import io.tillgate.sales.Sale;
import io.tillgate.sales.SaleLine;
import io.tillgate.sales.SalePayment;
import io.tillgate.sales.SaleState;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.SaleId;
import io.tillgate.shared.TenantId;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a sale adds to a payment's two commits. {@link #OPEN}, {@link #CLAIM} and {@link #UNDO} refuse: they take the
 * sale into work, and whoever has it in work meets nobody until {@link #DECIDE}. All statements of a commit are sent at
 * once, so what follows a refused row must not fail on it: of a row that is there {@link #LINE} writes nothing, and {@link #PAYMENT} refuses it.
 */
public final class SaleStatements {
    /** First commit of a sale's first tender. Refuses an id that is taken. */
    public static final BatchStatement<Sale> OPEN = new ConditionalStatement<>(
            "sale-open",
            3_100,
            "with given as (select * from unnest($1::int[], $2::uuid[], $3::date[], $4::uuid[], $5::uuid[], $6::uuid[],"
                    + " $7::uuid[], $8::uuid[], $9::text[], $10::text[], $11::text[], $12::bigint[], $13::bigint[],"
                    + " $14::int[], $15::text[], $16::uuid[], $17::text[], $18::text[], $19::text[], $20::timestamptz[])"
                    + " as d(place, tenant_id, business_date, id, merchant_id, account_id, store_id, terminal_id,"
                    + " terminal_number, receipt_number, currency, total, discount, tax_included, basket_hash, in_flight,"
                    + " cashier, shift, customer, created_at)),"
                    + " first as (select distinct on (tenant_id, business_date, id) * from given"
                    + " order by tenant_id, business_date, id, place),"
                    + " written as (insert into sale (tenant_id, business_date, id, merchant_id, merchant_account_id,"
                    + " store_id, terminal_id, terminal_number, receipt_number, state, currency, total, discount,"
                    + " tax_included, basket_hash, in_flight, cashier, shift, customer, created_at)"
                    + " select tenant_id, business_date, id, merchant_id, account_id, store_id, terminal_id,"
                    + " terminal_number, receipt_number, 'open', currency, total, discount, tax_included = 1, basket_hash,"
                    + " in_flight, cashier, shift, customer, created_at from first order by tenant_id, business_date, id"
                    + " on conflict do nothing returning tenant_id, id)"
                    + " select f.place from first f join written w using (tenant_id, id)",
            rows -> ColumnArrays.of(rows)
                    .index()
                    .ids(row -> row.place().tenant())
                    .dates(Sale::businessDate)
                    .ids(Sale::id)
                    .ids(row -> row.place().merchant())
                    .ids(row -> row.place().account())
                    .ids(row -> row.place().store())
                    .ids(row -> row.place().terminal())
                    .texts(row -> row.place().terminalNumber())
                    .texts(row -> row.terms().receiptNumber())
                    .texts(row -> row.terms().total().currency().getCurrencyCode())
                    .longs(row -> row.terms().total().value())
                    .longs(row -> row.terms().discount())
                    .integers(row -> row.terms().taxIncluded() ? 1 : 0)
                    .texts(row -> row.terms().basketHash())
                    .uuids(Sale::inFlight)
                    .texts(row -> row.terms().served().cashier())
                    .texts(row -> row.terms().served().shift())
                    .texts(row -> row.terms().served().customer())
                    .instants(Sale::createdAt)
                    .tuple());

    /** First commit of everything later. Refuses a sale that is in work, or not as it was when it was judged. */
    public static final BatchStatement<Claim> CLAIM = new ConditionalStatement<>(
            "sale-claim",
            3_110,
            "with given as (select * from unnest($1::int[], $2::uuid[], $3::date[], $4::uuid[], $5::uuid[], $6::bigint[],"
                    + " $7::bigint[], $8::text[]) as d(place, tenant_id, business_date, id, request_id, paid, refunded, state)),"
                    + " first as (select distinct on (tenant_id, business_date, id) * from given"
                    + " order by tenant_id, business_date, id, place)"
                    + " update sale s set in_flight = f.request_id from first f"
                    + " where s.tenant_id = f.tenant_id and s.business_date = f.business_date and s.id = f.id"
                    + " and s.in_flight is null and s.paid = f.paid and s.refunded = f.refunded and s.state = f.state"
                    + " returning f.place",
            rows -> key(ColumnArrays.of(rows).index(), Claim::sale)
                    .uuids(Claim::request)
                    .longs(row -> row.judged().paid())
                    .longs(row -> row.judged().refunded())
                    .texts(row -> row.state().code())
                    .tuple());

    public static final BatchStatement<LineRow> LINE = new UnconditionalStatement<>(
            "sale-line",
            3_120,
            "insert into sale_line (tenant_id, business_date, sale_id, merchant_id, line, product_id, sku, name_en, name_zh,"
                    + " thousandths, unit_price, discount, total, tax_rate, coupon_id, coupon_code)"
                    + " select * from unnest($1::uuid[], $2::date[], $3::uuid[], $4::uuid[], $5::int[], $6::uuid[], $7::text[],"
                    + " $8::text[], $9::text[], $10::bigint[], $11::bigint[], $12::bigint[], $13::bigint[], $14::text[],"
                    + " $15::uuid[], $16::text[]) on conflict do nothing",
            rows -> key(ColumnArrays.of(rows), LineRow::sale)
                    .ids(LineRow::merchant)
                    .integers(row -> row.line().line())
                    .ids(row -> row.line().article().product())
                    .texts(row -> row.line().article().sku())
                    .texts(row -> row.line().article().nameEn())
                    .texts(row -> row.line().article().nameZh())
                    .longs(row -> row.line().thousandths())
                    .longs(row -> row.line().unitPrice())
                    .longs(row -> row.line().discount())
                    .longs(row -> row.line().total())
                    .texts(row -> row.line().taxRate())
                    .uuids(row -> row.line().coupon() == null
                            ? null
                            : row.line().coupon().id())
                    .texts(row -> row.line().coupon() == null
                            ? null
                            : row.line().coupon().code())
                    .tuple());

    /** A tender, refund or void, pending. Refuses a request id that the sale has of another terminal already. */
    public static final BatchStatement<PaymentRow> PAYMENT = new ConditionalStatement<>(
            "sale-payment",
            3_130,
            "with given as (select * from unnest($1::int[], $2::uuid[], $3::date[], $4::uuid[], $5::uuid[], $6::uuid[],"
                    + " $7::text[], $8::text[], $9::bigint[], $10::bigint[], $11::bigint[], $12::uuid[], $13::jsonb[],"
                    + " $14::text[], $15::text[], $16::text[], $17::text[], $18::text[], $19::timestamptz[])"
                    + " as d(place, tenant_id, business_date, sale_id, merchant_id, request_id, kind, tender, asked, tip,"
                    + " tendered, original_id, returns, masked, scheme, entry, aid, label, at)),"
                    + " first as (select distinct on (tenant_id, business_date, sale_id, request_id) * from given"
                    + " order by tenant_id, business_date, sale_id, request_id, place),"
                    + " written as (insert into sale_payment (tenant_id, business_date, sale_id, merchant_id, request_id,"
                    + " kind, tender, state, asked, tip, tendered, original_id, returns, card_masked, card_last4, card_scheme,"
                    + " card_entry, aid, app_label, created_at)"
                    + " select tenant_id, business_date, sale_id, merchant_id, request_id, kind, tender, 'pending', asked, tip,"
                    + " tendered, original_id, coalesce(returns -> 'lines', '[]'), masked, right(masked, 4), scheme, entry,"
                    + " aid, label, at from first on conflict do nothing"
                    + " returning tenant_id, business_date, sale_id, request_id)"
                    + " select f.place from first f join written w using (tenant_id, business_date, sale_id, request_id)",
            rows -> PaymentColumns.pending(key(ColumnArrays.of(rows).index(), PaymentRow::sale))
                    .tuple());

    /** Second commit: what the sale is now; nobody has it in work any more. */
    public static final BatchStatement<Standing> DECIDE = new UnconditionalStatement<>(
            "sale-decide",
            4_000,
            "update sale s set in_flight = null, paid = d.paid, tips = d.tips, refunded = d.refunded, state = d.state,"
                    + " changed_at = now()"
                    + " from unnest($1::uuid[], $2::date[], $3::uuid[], $4::uuid[], $5::bigint[], $6::bigint[], $7::bigint[],"
                    + " $8::text[]) as d(tenant_id, business_date, id, request_id, paid, tips, refunded, state)"
                    + " where s.tenant_id = d.tenant_id and s.business_date = d.business_date and s.id = d.id"
                    + " and s.in_flight = d.request_id",
            rows -> standing(key(ColumnArrays.of(rows), Standing::sale).uuids(Standing::request))
                    .tuple());

    /** A reversal's only commit: like a claim and its end at once. Refuses a sale that is in work, or changed meanwhile. */
    public static final BatchStatement<Undoing> UNDO = new ConditionalStatement<>(
            "sale-undo",
            4_010,
            "update sale s set paid = d.paid, tips = d.tips, refunded = d.refunded, state = d.state, changed_at = now()"
                    + " from unnest($1::int[], $2::uuid[], $3::date[], $4::uuid[], $5::bigint[], $6::bigint[], $7::bigint[],"
                    + " $8::text[], $9::bigint[], $10::bigint[], $11::text[]) as d(place, tenant_id, business_date, id, paid, tips,"
                    + " refunded, state, was_paid, was_refunded, was_state)"
                    + " where s.tenant_id = d.tenant_id and s.business_date = d.business_date and s.id = d.id"
                    + " and s.in_flight is null and s.paid = d.was_paid and s.refunded = d.was_refunded and s.state = d.was_state"
                    + " returning d.place",
            rows -> key(
                            ColumnArrays.of(rows).index(),
                            (Undoing row) -> row.after().sale())
                    .longs(row -> row.after().progress().paid())
                    .longs(row -> row.after().progress().tips())
                    .longs(row -> row.after().progress().refunded())
                    .texts(row -> row.after().state().code())
                    .longs(row -> row.judged().paid())
                    .longs(row -> row.judged().refunded())
                    .texts(row -> row.state().code())
                    .tuple());

    /** How a tender, refund or void ended, or that it was undone since. */
    public static final BatchStatement<PaymentRow> PAYMENT_END = new UnconditionalStatement<>(
            "sale-payment-end",
            4_020,
            "update sale_payment p set payment_id = d.payment_id, state = d.state, approved = d.approved,"
                    + " card_masked = coalesce(d.masked, p.card_masked),"
                    + " card_last4 = coalesce(right(d.masked, 4), p.card_last4),"
                    + " card_scheme = coalesce(d.scheme, p.card_scheme), card_entry = coalesce(d.entry, p.card_entry),"
                    + " response_code = d.response_code, auth_code = d.auth_code, rrn = d.rrn, reason = d.reason"
                    + " from unnest($1::uuid[], $2::date[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::bigint[],"
                    + " $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[])"
                    + " as d(tenant_id, business_date, sale_id, request_id, payment_id, state, approved, masked, scheme, entry,"
                    + " response_code, auth_code, rrn, reason)"
                    + " where p.tenant_id = d.tenant_id and p.business_date = d.business_date and p.sale_id = d.sale_id"
                    + " and p.request_id = d.request_id and coalesce(p.payment_id, d.payment_id) = d.payment_id",
            rows -> PaymentColumns.ended(key(ColumnArrays.of(rows), PaymentRow::sale))
                    .tuple());

    /** What of a line came back with a refund. */
    public static final BatchStatement<ReturnRow> RETURN = new UnconditionalStatement<>(
            "sale-return",
            4_030,
            "update sale_line l set returned = l.returned + d.thousandths"
                    + " from unnest($1::uuid[], $2::date[], $3::uuid[], $4::int[], $5::bigint[])"
                    + " as d(tenant_id, business_date, sale_id, line, thousandths)"
                    + " where l.tenant_id = d.tenant_id and l.business_date = d.business_date and l.sale_id = d.sale_id"
                    + " and l.line = d.line",
            rows -> key(ColumnArrays.of(rows), ReturnRow::sale)
                    .integers(row -> row.goods().line())
                    .longs(row -> row.goods().thousandths())
                    .tuple());

    private SaleStatements() {}

    private static <R> ColumnArrays<R> key(ColumnArrays<R> columns, Function<R, SaleKey> sale) {
        return columns.ids(row -> sale.apply(row).tenant())
                .dates(row -> sale.apply(row).businessDate())
                .ids(row -> sale.apply(row).id());
    }

    private static ColumnArrays<Standing> standing(ColumnArrays<Standing> columns) {
        return columns.longs(row -> row.progress().paid())
                .longs(row -> row.progress().tips())
                .longs(row -> row.progress().refunded())
                .texts(row -> row.state().code());
    }

    /** Where a sale stands in its tables. */
    public record SaleKey(TenantId tenant, LocalDate businessDate, SaleId id) {
        public static SaleKey of(Sale sale) {
            return new SaleKey(sale.place().tenant(), sale.businessDate(), sale.id());
        }
    }

    /** @param judged what the sale must still be */
    public record Claim(SaleKey sale, UUID request, Sale.Progress judged, SaleState state) {}

    public record LineRow(SaleKey sale, MerchantId merchant, SaleLine line) {}

    public record PaymentRow(SaleKey sale, MerchantId merchant, SalePayment payment) {}

    /** @param request who has it in work; null for a reversal */
    public record Standing(SaleKey sale, @Nullable UUID request, Sale.Progress progress, SaleState state) {}

    /** @param judged what the sale must still be */
    public record Undoing(Standing after, Sale.Progress judged, SaleState state) {}

    public record ReturnRow(SaleKey sale, SalePayment.Return goods) {}
}
