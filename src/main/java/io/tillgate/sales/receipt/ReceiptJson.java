package io.tillgate.sales.receipt;

import io.tillgate.catalogue.QuantityText;
import io.tillgate.sales.Sale;
import io.tillgate.sales.SaleLine;
import io.tillgate.sales.SalePayment;
import io.tillgate.sales.domain.Taxes.TaxLine;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A receipt for machines. Amounts are integers in minor units of {@code currency}; {@code date} is the store's local
 * time with its offset; absent members are unknown.
 */
public final class ReceiptJson {
    private ReceiptJson() {}

    /** With both copies as text of 32 columns in the locale's language. */
    public static JsonObject of(Receipt receipt, Locale locale) {
        Language language = Language.of(locale);
        return of(receipt)
                .put(
                        "text",
                        new JsonObject()
                                .put("customer", text(receipt, Copy.CUSTOMER, language))
                                .put("merchant", text(receipt, Copy.MERCHANT, language)));
    }

    /** Without text. */
    public static JsonObject of(Receipt receipt) {
        Sale sale = receipt.sale();
        Sale.Terms terms = sale.terms();
        JsonObject json = new JsonObject()
                .put("number", terms.receiptNumber())
                .put("kind", receipt.shown().kind().code())
                .put("state", receipt.shown().state())
                .put("date", date(receipt))
                .put("merchant", merchant(receipt.heading()))
                .put("store", store(receipt.heading()))
                .put("terminal", sale.place().terminalNumber())
                .put(
                        "sale",
                        new JsonObject()
                                .put("id", sale.id().toString())
                                .put("state", sale.state().code())
                                .put("due", sale.due()))
                .put("currency", terms.total().currency().getCurrencyCode())
                .put("lines", lines(sale))
                .put("discount", terms.discount())
                .put("taxIncluded", terms.taxIncluded())
                .put("taxes", taxes(receipt))
                .put("total", terms.total().value())
                .put("tenders", tenders(receipt));
        put(json, "cashier", terms.served().cashier());
        put(json, "reason", receipt.shown().answered().reason());
        return json;
    }

    private static String text(Receipt receipt, Copy copy, Language language) {
        return ReceiptText.print(receipt, new ReceiptText.Form(copy, language, ReceiptText.Form.NARROW));
    }

    private static String date(Receipt receipt) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                receipt.shown().at().atZone(receipt.heading().zone()).withNano(0));
    }

    private static JsonObject merchant(Receipt.Heading heading) {
        return new JsonObject().put("name", heading.merchant()).put("number", heading.merchantNumber());
    }

    private static JsonObject store(Receipt.Heading heading) {
        JsonObject store =
                new JsonObject().put("name", heading.store()).put("address", new JsonArray(heading.address()));
        put(store, "nameZh", heading.storeZh());
        put(store, "phone", heading.phone());
        return store;
    }

    private static JsonArray lines(Sale sale) {
        JsonArray lines = new JsonArray();
        sale.lines().forEach(line -> lines.add(line(line)));
        return lines;
    }

    private static JsonObject line(SaleLine line) {
        JsonObject json = new JsonObject()
                .put("line", line.line())
                .put("sku", line.article().sku())
                .put("name", line.article().name(false))
                .put("quantity", QuantityText.text(line.thousandths()))
                .put("unitPrice", line.unitPrice())
                .put("discount", line.discount())
                .put("total", line.total())
                .put("taxRate", line.taxRate());
        put(json, "nameZh", line.article().nameZh());
        put(json, "coupon", line.coupon() == null ? null : line.coupon().code());
        return json;
    }

    private static JsonArray taxes(Receipt receipt) {
        JsonArray taxes = new JsonArray();
        for (TaxLine tax : receipt.taxes()) {
            taxes.add(new JsonObject()
                    .put("rate", tax.rate())
                    .put("net", tax.net())
                    .put("tax", tax.tax()));
        }
        return taxes;
    }

    private static JsonArray tenders(Receipt receipt) {
        JsonArray tenders = new JsonArray();
        receipt.otherTenders().forEach(other -> tenders.add(tender(other)));
        JsonObject shown = tender(receipt.shown());
        if (receipt.shown().amounts().tendered() != null) {
            shown.put("tendered", receipt.shown().amounts().tendered()).put("change", receipt.change());
        }
        return tenders.add(shown);
    }

    private static JsonObject tender(SalePayment payment) {
        JsonObject json = new JsonObject()
                .put("kind", payment.kind().code())
                .put("tender", payment.tender())
                .put("state", payment.state())
                .put("amount", payment.amounts().asked())
                .put("approved", payment.amounts().approved())
                .put("tip", payment.amounts().tip());
        put(json, "responseCode", payment.answered().responseCode());
        put(json, "authCode", payment.answered().authCode());
        put(json, "rrn", payment.answered().rrn());
        put(json, "reason", payment.answered().reason());
        SalePayment.CardShown card = payment.card();
        if (card != null) {
            put(json, "card", card.masked());
            put(json, "scheme", card.scheme());
            put(json, "entry", card.entry());
            put(json, "aid", card.aid());
            put(json, "label", card.label());
        }
        return json;
    }

    private static void put(JsonObject json, String member, @Nullable String value) {
        if (value != null) {
            json.put(member, value);
        }
    }
}
