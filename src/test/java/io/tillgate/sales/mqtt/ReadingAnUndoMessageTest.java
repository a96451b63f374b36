package io.tillgate.sales.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillgate.payments.Original;
import io.tillgate.sales.SaleProblem;
import io.tillgate.sales.usecase.UndoSale;
import io.tillgate.sales.usecase.UndoSale.GoodsBack;
import io.tillgate.shared.Refusal;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class ReadingAnUndoMessageTest {
    @Test
    void a_refund_may_name_an_amount_and_the_goods_that_come_back() {
        UndoSale refund = UndoMessage.refund(
                message("refund")
                        .put("amount", Messages.amount(500, "EUR"))
                        .put(
                                "returns",
                                new JsonArray()
                                        .add(new JsonObject().put("line", 0).put("quantity", "1"))
                                        .add(new JsonObject().put("line", 3))),
                Messages.request());

        assertThat(refund.original()).isEqualTo(new Original.ByRequest(Messages.ID));
        assertThat(refund.returns()).containsExactly(new GoodsBack(0, "1"), new GoodsBack(3, null));
    }

    @Test
    void a_void_has_no_amount() {
        assertRefused(message("void").put("amount", Messages.amount(1, "EUR")), SaleProblem.UNKNOWN_FIELD);
    }

    @Test
    void an_original_is_named_in_exactly_one_way() {
        assertRefused(message("void").put("original", new JsonObject()), SaleProblem.FIELD_INVALID);
        assertRefused(
                message("void")
                        .put(
                                "original",
                                new JsonObject()
                                        .put("requestId", Messages.ID.toString())
                                        .put("paymentId", Messages.ID.toString())),
                SaleProblem.FIELD_INVALID);
        assertRefused(
                message("void").put("original", new JsonObject().put("requestId", "1-1-1-1-1")),
                SaleProblem.FIELD_INVALID);
    }

    @Test
    void a_reason_is_short() {
        assertRefused(message("void").put("reasonCode", "x".repeat(41)), SaleProblem.FIELD_INVALID);
        assertRefused(message("void").put("reasonCode", 7), SaleProblem.FIELD_INVALID);
    }

    private static JsonObject message(String type) {
        return new JsonObject()
                .put("type", type)
                .put("original", new JsonObject().put("requestId", Messages.ID.toString()))
                .put("reasonCode", "CANCELLED");
    }

    private static void assertRefused(JsonObject message, SaleProblem problem) {
        assertThatThrownBy(() -> UndoMessage.cancel(message, Messages.request()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(problem));
    }
}
