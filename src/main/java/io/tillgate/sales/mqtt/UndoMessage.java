package io.tillgate.sales.mqtt;

import io.tillgate.payments.Original;
import io.tillgate.sales.usecase.SellGoods;
import io.tillgate.sales.usecase.UndoSale;
import io.tillgate.sales.usecase.UndoSale.GoodsBack;
import io.tillgate.sales.usecase.UndoSale.Kind;
import io.tillgate.shared.PaymentId;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** {@code {"type":"refund|void|reversal","original":{..},"reasonCode":".."}}, read strictly. */
final class UndoMessage {
    private static final Set<String> REFUND =
            Set.of("type", "original", "amount", "returns", "reasonCode", "cashier", "shift");
    private static final Set<String> VOID = Set.of("type", "original", "reasonCode", "cashier", "shift");
    private static final int RETURNS_MAX = BasketMessage.LINES_MAX;
    private static final int REASON_LENGTH_MAX = 40;
    private static final String REASON_UNKNOWN = "UNSPECIFIED";

    private UndoMessage() {}

    static UndoSale refund(JsonObject body, SellGoods.Request request) {
        Fields refund = Fields.of(body, REFUND);
        return new UndoSale(
                request,
                Kind.REFUND,
                original(refund),
                refund.has("amount") ? SaleMessage.amount(refund) : null,
                returns(refund),
                reasonCode(refund),
                SaleMessage.cashier(refund));
    }

    static UndoSale cancel(JsonObject body, SellGoods.Request request) {
        Fields cancel = Fields.of(body, VOID);
        return new UndoSale(
                request, Kind.VOID, original(cancel), null, List.of(), reasonCode(cancel), SaleMessage.cashier(cancel));
    }

    /** What a reversal names, and why. */
    static Reversal reversal(JsonObject body) {
        Fields reversal = Fields.of(body, VOID);
        return new Reversal(original(reversal), reasonCode(reversal));
    }

    record Reversal(Original original, String reasonCode) {}

    private static Original original(Fields fields) {
        Fields original = fields.object("original", Set.of("requestId", "paymentId"));
        UUID request = original.optionalUuid("requestId");
        UUID payment = original.optionalUuid("paymentId");
        if (request != null && payment == null) {
            return new Original.ByRequest(request);
        }
        if (payment != null && request == null) {
            return new Original.ByPayment(new PaymentId(payment));
        }
        throw fields.invalid("original", "must have exactly one of requestId and paymentId");
    }

    private static String reasonCode(Fields fields) {
        String reason = fields.optionalText("reasonCode", REASON_LENGTH_MAX);
        return reason == null ? REASON_UNKNOWN : reason;
    }

    private static List<GoodsBack> returns(Fields refund) {
        return refund.objects("returns", RETURNS_MAX, Set.of("line", "quantity")).stream()
                .map(line -> new GoodsBack(lineNumber(line), line.optionalText("quantity", 40)))
                .toList();
    }

    private static int lineNumber(Fields line) {
        long number = line.integer("line");
        if (number < 0 || number >= BasketMessage.LINES_MAX) {
            throw line.invalid("line", "must be the place of a line, from 0");
        }
        return (int) number;
    }
}
