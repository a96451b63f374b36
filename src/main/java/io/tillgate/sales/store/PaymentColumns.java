package io.tillgate.sales.store;

import io.tillgate.platform.persistence.ColumnArrays;
import io.tillgate.sales.SalePayment;
import io.tillgate.sales.store.SaleStatements.PaymentRow;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of {@code sale_payment}. */
final class PaymentColumns {
    private PaymentColumns() {}

    static ColumnArrays<PaymentRow> pending(ColumnArrays<PaymentRow> columns) {
        columns.ids(PaymentRow::merchant)
                .uuids(row -> row.payment().requestId())
                .texts(row -> row.payment().kind().code())
                .texts(row -> row.payment().tender())
                .longs(row -> row.payment().amounts().asked())
                .longs(row -> row.payment().amounts().tip())
                .longs(row -> row.payment().amounts().tendered())
                .ids(row -> row.payment().original())
                .json(row -> new JsonObject().put("lines", returns(row.payment().returns())));
        return card(columns)
                .texts(row -> of(row, SalePayment.CardShown::aid))
                .texts(row -> of(row, SalePayment.CardShown::label))
                .instants(row -> row.payment().at());
    }

    static ColumnArrays<PaymentRow> ended(ColumnArrays<PaymentRow> columns) {
        columns.uuids(row -> row.payment().requestId())
                .ids(row -> row.payment().payment())
                .texts(row -> row.payment().state())
                .longs(row -> row.payment().amounts().approved());
        return card(columns)
                .texts(row -> row.payment().answered().responseCode())
                .texts(row -> row.payment().answered().authCode())
                .texts(row -> row.payment().answered().rrn())
                .texts(row -> row.payment().answered().reason());
    }

    private static ColumnArrays<PaymentRow> card(ColumnArrays<PaymentRow> columns) {
        return columns.texts(row -> of(row, SalePayment.CardShown::masked))
                .texts(row -> of(row, SalePayment.CardShown::scheme))
                .texts(row -> of(row, SalePayment.CardShown::entry));
    }

    private static @Nullable String of(PaymentRow row, Function<SalePayment.CardShown, @Nullable String> field) {
        SalePayment.CardShown card = row.payment().card();
        return card == null ? null : field.apply(card);
    }

    static JsonArray returns(List<SalePayment.Return> returns) {
        JsonArray lines = new JsonArray();
        returns.forEach(
                back -> lines.add(new JsonObject().put("line", back.line()).put("thousandths", back.thousandths())));
        return lines;
    }

    static List<SalePayment.Return> returns(JsonArray lines) {
        return lines.stream()
                .map(JsonObject.class::cast)
                .map(line -> new SalePayment.Return(line.getInteger("line"), line.getLong("thousandths")))
                .toList();
    }
}
