package io.tillgate.sales.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.payments.PaymentKind;
import io.tillgate.sales.Sale;
import io.tillgate.sales.SalePayment;
import io.tillgate.sales.SaleState;
import io.tillgate.sales.Sold;
import io.tillgate.sales.receipt.ReceiptText.Form;
import io.tillgate.shared.Money;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PrintingAReceiptTest {
    private static final Receipt.Heading HEADING = new Receipt.Heading(
            "Harbour Gifts GmbH",
            "800000000000018",
            "Harbour Gifts, Pier 3",
            "海港礼品三号码头店",
            List.of("Am Sandtorkai 3", "20457 Hamburg"),
            "+49 40 123456",
            ZoneId.of("Europe/Berlin"));

    @Test
    void a_customers_copy_in_english_on_narrow_paper() throws IOException {
        assertThat(print(approved(), Copy.CUSTOMER, Language.ENGLISH, Form.NARROW))
                .isEqualTo(golden("approved-en-32"));
    }

    @Test
    void a_merchants_copy_in_chinese_on_wide_paper() throws IOException {
        assertThat(print(approved(), Copy.MERCHANT, Language.CHINESE, Form.WIDE))
                .isEqualTo(golden("approved-zh-42"));
    }

    @Test
    void a_declined_card_has_a_receipt_as_well() throws IOException {
        assertThat(print(declined(), Copy.CUSTOMER, Language.ENGLISH, Form.NARROW))
                .isEqualTo(golden("declined-en-32"));
        assertThat(print(declined(), Copy.CUSTOMER, Language.CHINESE, Form.NARROW))
                .isEqualTo(golden("declined-zh-32"));
    }

    @Test
    void cash_shows_what_was_given_and_the_change() throws IOException {
        assertThat(print(cash(), Copy.CUSTOMER, Language.ENGLISH, Form.WIDE)).isEqualTo(golden("cash-en-42"));
    }

    @Test
    void no_line_is_wider_than_the_paper() {
        for (Language language : Language.values()) {
            for (Copy copy : Copy.values()) {
                for (int columns : List.of(Form.NARROW, Form.WIDE)) {
                    for (Receipt receipt : List.of(approved(), declined(), cash())) {
                        assertThat(print(receipt, copy, language, columns).lines())
                                .allMatch(line -> Columns.widthOf(line) <= columns);
                    }
                }
            }
        }
    }

    @Test
    void the_customers_copy_shows_four_digits_of_the_card_only() {
        assertThat(print(approved(), Copy.CUSTOMER, Language.ENGLISH, Form.NARROW))
                .contains("**** 1111")
                .doesNotContain("411111");
    }

    @Test
    void wide_characters_take_two_columns() {
        assertThat(Columns.widthOf("绿茶 tea")).isEqualTo(8);
        assertThat(Columns.widthOf("é")).isEqualTo(1);
        assertThat(Columns.widthOf("e\u0301")).isEqualTo(1);
        assertThat(Columns.widthOf("，ｗ")).isEqualTo(4);
    }

    @Test
    void money_has_the_decimals_of_its_currency() {
        assertThat(MoneyText.of(Money.of(123_456_789, "EUR"))).isEqualTo("1,234,567.89");
        assertThat(MoneyText.of(Money.of(-5, "CNY"))).isEqualTo("-0.05");
        assertThat(MoneyText.of(Money.of(-100_000, "EUR"))).isEqualTo("-1,000.00");
        assertThat(MoneyText.of(Money.of(1_000, "JPY"))).isEqualTo("1,000");
        assertThat(MoneyText.of(Money.of(1_234, "KWD"))).isEqualTo("1.234");
    }

    @Test
    void the_same_for_machines() {
        JsonObject json = ReceiptJson.of(approved(), Locale.ENGLISH);

        assertThat(json.getString("date")).isEqualTo("2026-11-22T10:15:30+01:00");
        assertThat(json.getString("number")).isEqualTo("261122-7K3M9Q2X");
        assertThat(json.getLong("total")).isEqualTo(2598);
        assertThat(json.getJsonArray("lines")).hasSize(2);
        assertThat(json.getJsonArray("taxes").encode())
                .isEqualTo("[{\"rate\":\"0.07\",\"net\":998,\"tax\":70},{\"rate\":\"0.19\",\"net\":1286,\"tax\":244}]");
        assertThat(json.getJsonArray("tenders").getJsonObject(0).getString("card"))
                .isEqualTo("411111******1111");
        assertThat(json.getJsonObject("text").getString("customer")).contains("CUSTOMER COPY");
    }

    private static String print(Receipt receipt, Copy copy, Language language, int columns) {
        return ReceiptText.print(receipt, new Form(copy, language, columns));
    }

    private static Receipt approved() {
        Sale sale =
                Sold.sale(SaleState.PAID, new Sale.Progress(2598, 152, 0), List.of(Sold.approvedCard(2750, 152)), null);
        return Receipt.of(sale, Sold.REQUEST, HEADING);
    }

    private static Receipt declined() {
        SalePayment declined = Sold.pendingCard(2598, 0)
                .ended(Sold.PAYMENT, "declined", 0, new SalePayment.Answered("51", null, null, "DECLINED"));
        return Receipt.of(
                Sold.sale(SaleState.OPEN, Sale.Progress.NONE, List.of(declined), null), Sold.REQUEST, HEADING);
    }

    private static Receipt cash() {
        SalePayment cash = new SalePayment(
                Sold.REQUEST,
                Sold.PAYMENT,
                PaymentKind.SALE,
                "cash",
                "approved",
                new SalePayment.Amounts(2598, 0, 2598, 5000L),
                null,
                SalePayment.Answered.NOTHING,
                null,
                List.of(),
                Sold.AT);
        return Receipt.of(
                Sold.sale(SaleState.PAID, new Sale.Progress(2598, 0, 0), List.of(cash), null), Sold.REQUEST, HEADING);
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = PrintingAReceiptTest.class.getResourceAsStream("/receipts/" + name + ".txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
