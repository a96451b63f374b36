package io.tillgate.sales.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillgate.payments.card.CardProblem;
import io.tillgate.sales.SaleProblem;
import io.tillgate.sales.usecase.SellGoods;
import io.tillgate.sales.usecase.SellGoods.Paying;
import io.tillgate.shared.ProblemCode;
import io.tillgate.shared.Refusal;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.util.UUID;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

class ReadingASaleMessageTest {
    private static final String BLOCK = "AB".repeat(16);

    @Test
    void a_cash_sale_is_read_whole() {
        SellGoods sale = read(Messages.cashSale()
                .put("cashier", "anna")
                .put("shift", "7")
                .put("amounts", new JsonObject().put("tip", 150)));

        assertThat(sale.amount().value()).isEqualTo(2000);
        assertThat(sale.tip()).isEqualTo(150);
        assertThat(sale.paying()).isEqualTo(new Paying.InCash(null));
        assertThat(sale.basket()).isNotNull();
        assertThat(sale.served().cashier()).isEqualTo("anna");
    }

    @Test
    void the_sale_is_named_after_the_request_unless_it_has_a_name() {
        UUID other = UUID.fromString("0193a000-0000-7000-8000-00000000000f");

        assertThat(read(Messages.cashSale()).sale().value()).isEqualTo(Messages.ID);
        assertThat(read(Messages.cashSale()).saleNamed()).isFalse();
        assertThat(read(Messages.cashSale().put("saleId", Messages.ID.toString()))
                        .saleNamed())
                .isFalse();
        assertThat(read(Messages.cashSale().put("saleId", other.toString())).saleNamed())
                .isTrue();
    }

    @Test
    void a_card_sale_keeps_its_chip_data() {
        SellGoods sale = read(Messages.cardSale());

        assertThat(sale.paying()).isInstanceOfSatisfying(Paying.ByCard.class, card -> {
            assertThat(card.entry()).isEqualTo("chip");
            assertThat(card.emv()).hasSize(11);
        });
    }

    @Test
    void unknown_members_are_refused_at_every_depth() {
        refused(Messages.cashSale().put("pan", "4"), SaleProblem.UNKNOWN_FIELD);
        refused(Messages.cashSale().put("cash", new JsonObject().put("note", 1)), SaleProblem.UNKNOWN_FIELD);
        JsonObject deep = Messages.cashSale();
        deep.getJsonObject("basket").getJsonArray("lines").getJsonObject(0).put("colour", "red");
        refused(deep, SaleProblem.UNKNOWN_FIELD);
    }

    @Test
    void an_amount_of_zero_negative_too_large_or_no_whole_number_is_refused() {
        refused(Messages.cashSale().put("amount", Messages.amount(0, "EUR")), SaleProblem.AMOUNT_INVALID);
        refused(Messages.cashSale().put("amount", Messages.amount(-1, "EUR")), SaleProblem.AMOUNT_INVALID);
        refused(
                Messages.cashSale().put("amount", Messages.amount(1_000_000_000_001L, "EUR")),
                SaleProblem.AMOUNT_INVALID);
        refused(Messages.cashSale().put("amount", Messages.amount(12.5, "EUR")), SaleProblem.FIELD_INVALID);
        refused(Messages.cashSale().put("amount", Messages.amount("2000", "EUR")), SaleProblem.FIELD_INVALID);
        refused(
                Messages.cashSale().put("amount", Messages.amount(BigInteger.TWO.pow(70), "EUR")),
                SaleProblem.FIELD_INVALID);
        refused(Messages.cashSale().putNull("amount"), SaleProblem.FIELD_MISSING);
    }

    @Test
    void an_unknown_currency_is_refused() {
        refused(Messages.cashSale().put("amount", Messages.amount(1, "ABC")), SaleProblem.CURRENCY_INVALID);
        refused(Messages.cashSale().put("amount", Messages.amount(1, "eur")), SaleProblem.CURRENCY_INVALID);
        refused(Messages.cashSale().put("amount", Messages.amount(1, "XXX")), SaleProblem.CURRENCY_INVALID);
    }

    @Test
    void a_tip_is_within_the_amount_and_cashback_is_not_done() {
        refused(Messages.cashSale().put("amounts", new JsonObject().put("tip", -1)), SaleProblem.AMOUNT_INVALID);
        refused(Messages.cashSale().put("amounts", new JsonObject().put("tip", 2000)), SaleProblem.AMOUNT_INVALID);
        refused(Messages.cashSale().put("amounts", new JsonObject().put("cashback", 1)), SaleProblem.UNSUPPORTED);
        refused(Messages.cashSale().put("amounts", new JsonObject().put("surcharge", 1)), SaleProblem.UNSUPPORTED);
    }

    @Test
    void exactly_one_tender_pays() {
        refused(Messages.cashSale().put("card", Messages.card()), SaleProblem.TENDER_COUNT);
        JsonObject none = Messages.cashSale();
        none.remove("cash");
        refused(none, SaleProblem.TENDER_COUNT);
        refused(none.copy().put("wallet", new JsonObject()), SaleProblem.UNSUPPORTED);
    }

    @Test
    void a_card_number_in_the_chip_data_is_refused_and_never_repeated() {
        JsonObject sale = Messages.cardSale();
        sale.getJsonObject("card").put("emv", "5A084111111111111111");

        refused(sale, CardProblem.CARD_DATA_IN_CLEAR)
                .hasMessageNotContaining("4111")
                .hasMessageContaining("5A");
    }

    @Test
    void chip_data_that_is_no_hex_or_no_tlv_is_refused() {
        JsonObject notHex = Messages.cardSale();
        notHex.getJsonObject("card").put("emv", "9F26ZZ");
        refused(notHex, SaleProblem.FIELD_INVALID);
        JsonObject cutOff = Messages.cardSale();
        cutOff.getJsonObject("card").put("emv", "9F2608A1");
        refused(cutOff, CardProblem.EMV_UNREADABLE);
    }

    @Test
    void a_wrong_entry_or_key_serial_number_is_refused() {
        JsonObject entry = Messages.cardSale();
        entry.getJsonObject("card").put("entry", "telepathy");
        refused(entry, SaleProblem.FIELD_INVALID);
        JsonObject ksn = Messages.cardSale();
        ksn.getJsonObject("card").getJsonObject("data").put("ksn", "000000010000002A00000000");
        refused(ksn, CardProblem.KSN_INVALID);
    }

    @Test
    void a_pin_is_read_with_its_card() {
        SellGoods sale = read(withPin(pin()));

        assertThat(sale.paying()).isInstanceOfSatisfying(Paying.ByCard.class, card -> {
            assertThat(card.pin()).isNotNull();
            assertThat(card.toString()).doesNotContain(BLOCK);
        });
    }

    @Test
    void a_pin_that_is_not_whole_or_has_more_is_refused() {
        refused(withPin(new JsonObject().put("format", 4)), SaleProblem.FIELD_MISSING);
        refused(withPin(pin().put("digits", "1234")), SaleProblem.UNKNOWN_FIELD);
        refused(withPin(pin().put("format", "4")), SaleProblem.FIELD_INVALID);
        refused(withPin(pin().put("format", 0)), CardProblem.PIN_FORMAT_INVALID);
        refused(withPin(pin().put("block", BLOCK.substring(2))), CardProblem.PIN_BLOCK_INVALID)
                .hasMessageNotContaining(BLOCK.substring(2));
        refused(withPin(pin().put("ksn", "000000010000002A00000000")), CardProblem.KSN_INVALID);
        JsonObject manual = withPin(pin());
        manual.getJsonObject("card").put("entry", "manual");
        refused(manual, CardProblem.PIN_ENTRY_MODE);
    }

    @Test
    void lines_are_bounded_and_their_forms_checked() {
        JsonArray many = new JsonArray();
        for (int i = 0; i <= BasketMessage.LINES_MAX; i++) {
            many.add(Messages.line());
        }
        refused(withLines(many), SaleProblem.FIELD_INVALID);
        refused(withLines(new JsonArray()), SaleProblem.FIELD_MISSING);
        refused(withLine(Messages.line().put("quantity", 2)), SaleProblem.FIELD_INVALID);
        refused(withLine(Messages.line().put("unitPrice", -1)), SaleProblem.LINE_INVALID);
        refused(withLine(Messages.line().put("discount", -1)), SaleProblem.LINE_INVALID);
        refused(withLine(Messages.line().put("taxRate", "13%")), SaleProblem.FIELD_INVALID);
        refused(withLine(Messages.line().put("sku", "x".repeat(65))), SaleProblem.FIELD_INVALID);
        refused(withLine(Messages.line().put("name", "a\u0000b")), SaleProblem.FIELD_INVALID);
    }

    @Test
    void the_same_basket_has_the_same_hash_however_it_is_written() {
        JsonObject turned = Messages.cashSale();
        JsonObject basket = new JsonObject();
        Messages.basket().fieldNames().stream()
                .sorted()
                .forEach(name -> basket.put(name, Messages.basket().getValue(name)));
        turned.put("basket", basket);

        assertThat(hash(turned)).isEqualTo(hash(Messages.cashSale()));
        assertThat(hash(withLine(Messages.line().put("unitPrice", 1051)))).isNotEqualTo(hash(turned));
    }

    private static JsonObject pin() {
        return new JsonObject()
                .put("format", 4)
                .put("ksn", "000000010000002A00000002")
                .put("block", BLOCK);
    }

    @Test
    void cash_that_does_not_reach_the_amount_is_refused() {
        refused(Messages.cashSale().put("cash", new JsonObject().put("tendered", 1999)), SaleProblem.CASH_SHORT)
                .hasMessageContaining("2000");
        refused(Messages.cashSale().put("cash", new JsonObject().put("tendered", 0)), SaleProblem.CASH_SHORT);
        assertThat(read(Messages.cashSale().put("cash", new JsonObject().put("tendered", 2000)))
                        .paying())
                .isEqualTo(new SellGoods.Paying.InCash(2000L));
    }

    private static JsonObject withPin(JsonObject pin) {
        JsonObject sale = Messages.cardSale();
        sale.getJsonObject("card").put("pin", pin);
        return sale;
    }

    private static String hash(JsonObject sale) {
        SellGoods.Basket basket = read(sale).basket();
        return basket == null ? "" : basket.hash();
    }

    private static JsonObject withLine(JsonObject line) {
        return withLines(new JsonArray().add(line));
    }

    private static JsonObject withLines(JsonArray lines) {
        JsonObject sale = Messages.cashSale();
        sale.getJsonObject("basket").put("lines", lines);
        return sale;
    }

    private static SellGoods read(JsonObject sale) {
        return SaleMessage.read(sale, Messages.request(), null);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(JsonObject sale, ProblemCode code) {
        return assertThatThrownBy(() -> read(sale))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
