package io.tillgate.sales.store;

import io.tillgate.payments.PaymentKind;
import io.tillgate.sales.Sale;
import io.tillgate.sales.SaleLine;
import io.tillgate.sales.SalePayment;
import io.tillgate.sales.SaleState;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Money;
import io.tillgate.shared.PaymentId;
import io.tillgate.shared.ProductId;
import io.tillgate.shared.SaleId;
import io.tillgate.shared.StoreId;
import io.tillgate.shared.TenantId;
import io.tillgate.shared.TerminalId;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.UUID;

/** From rows to records. */
final class SaleReads {
    static final String SALE = "s.tenant_id, s.business_date, s.id, s.merchant_id, s.merchant_account_id, s.store_id,"
            + " s.terminal_id, s.terminal_number, s.receipt_number, s.state, s.currency, s.total, s.discount,"
            + " s.tax_included, s.basket_hash, s.paid, s.tips, s.refunded, s.in_flight, s.cashier, s.shift, s.customer,"
            + " s.created_at";

    private SaleReads() {}

    static Sale sale(Row row, List<SaleLine> lines, List<SalePayment> payments) {
        return new Sale(
                new SaleId(row.getUUID("id")),
                row.getLocalDate("business_date"),
                place(row),
                new Sale.Terms(
                        Money.of(row.getLong("total"), row.getString("currency")),
                        row.getLong("discount"),
                        row.getBoolean("tax_included"),
                        row.getString("basket_hash"),
                        row.getString("receipt_number"),
                        new Sale.Served(row.getString("cashier"), row.getString("shift"), row.getString("customer"))),
                new Sale.Progress(row.getLong("paid"), row.getLong("tips"), row.getLong("refunded")),
                SaleState.of(row.getString("state")),
                row.getUUID("in_flight"),
                lines,
                payments,
                row.getOffsetDateTime("created_at").toInstant());
    }

    private static Sale.Place place(Row row) {
        UUID terminal = row.getUUID("terminal_id");
        return new Sale.Place(
                new TenantId(row.getUUID("tenant_id")),
                new MerchantId(row.getUUID("merchant_id")),
                new MerchantAccountId(row.getUUID("merchant_account_id")),
                new StoreId(row.getUUID("store_id")),
                terminal == null ? null : new TerminalId(terminal),
                row.getString("terminal_number"));
    }

    static SaleLine line(Row row) {
        UUID product = row.getUUID("product_id");
        UUID coupon = row.getUUID("coupon_id");
        return new SaleLine(
                row.getInteger("line"),
                new SaleLine.Article(
                        product == null ? null : new ProductId(product),
                        row.getString("sku"),
                        row.getString("name_en"),
                        row.getString("name_zh")),
                row.getLong("thousandths"),
                row.getLong("unit_price"),
                row.getLong("discount"),
                row.getLong("total"),
                row.getString("tax_rate"),
                coupon == null ? null : new SaleLine.CouponUse(coupon, row.getString("coupon_code")),
                row.getLong("returned"));
    }

    static SalePayment payment(Row row) {
        UUID payment = row.getUUID("payment_id");
        UUID original = row.getUUID("original_id");
        return new SalePayment(
                row.getUUID("request_id"),
                payment == null ? null : new PaymentId(payment),
                PaymentKind.of(row.getString("kind")),
                row.getString("tender"),
                row.getString("state"),
                new SalePayment.Amounts(
                        row.getLong("asked"), row.getLong("tip"), row.getLong("approved"), row.getLong("tendered")),
                row.getString("tender").equals("cash") ? null : card(row),
                new SalePayment.Answered(
                        row.getString("response_code"),
                        row.getString("auth_code"),
                        row.getString("rrn"),
                        row.getString("reason")),
                original == null ? null : new PaymentId(original),
                PaymentColumns.returns((JsonArray) row.getJson("returns")),
                row.getOffsetDateTime("created_at").toInstant());
    }

    private static SalePayment.CardShown card(Row row) {
        return new SalePayment.CardShown(
                row.getString("card_masked"),
                row.getString("card_scheme"),
                row.getString("card_entry"),
                row.getString("aid"),
                row.getString("app_label"));
    }
}
