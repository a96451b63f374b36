package io.tillgate.settlement.iso20022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tillgate.shared.Money;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;

/** What we write is valid by the schema, whatever the names are, and the same every time. */
class PaymentFileWriterTest {
    private static final Schema SCHEMA = schema();
    private static final Instant CREATED = Instant.parse("2026-11-22T15:00:00.123456Z");

    static Stream<JsonNode> cases() throws IOException {
        try (var file = PaymentFileWriterTest.class.getResourceAsStream("/iso20022/pain001-case-values.json")) {
            JsonNode cases = new ObjectMapper().readTree(file).get("cases");
            return StreamSupport.stream(cases.spliterator(), false).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void each_published_case_is_valid_and_sums_up(JsonNode given) throws Exception {
        PaymentFile file = file(given);

        String xml = valid(PaymentFileWriter.bytes(file));

        assertThat(file.transfers()).isEqualTo(given.get("number_of_txs").asInt());
        assertThat(file.controlSum())
                .isEqualByComparingTo(new BigDecimal(given.get("control_sum").asText()));
        assertThat(xml).contains("<MsgId>" + given.get("msg_id").asText() + "</MsgId>");
    }

    @Test
    void a_chinese_payout_names_its_bank_by_the_national_code() throws Exception {
        BankParty tenant = new BankParty(
                "九州支付有限公司",
                new BankAccountId.Other("6222600260001072444"),
                BankAgent.ClearingMember.cnaps("102100099996"));
        CreditTransfer transfer =
                new CreditTransfer("I-1", "E-1", Money.of(123_45, "CNY"), tenant, "清算 2026-11-22 商户 000000000000001");

        String xml = valid(PaymentFileWriter.bytes(one(tenant, transfer)));

        assertThat(xml)
                .contains("<Nm>九州支付有限公司</Nm>")
                .contains("<ClrSysId><Cd>CNAPS</Cd></ClrSysId><MmbId>102100099996</MmbId>")
                .contains("<Othr><Id>6222600260001072444</Id></Othr>")
                .contains("<InstdAmt Ccy=\"CNY\">123.45</InstdAmt>")
                .contains("<CreDtTm>2026-11-22T15:00:00.123Z</CreDtTm>");
    }

    @Test
    void decimals_follow_the_currency() throws Exception {
        assertThat(written("JPY", 12_345)).contains(">12345<");
        assertThat(written("KWD", 12_345)).contains(">12.345<");
        assertThat(written("EUR", 5)).contains(">0.05<");
    }

    @Test
    void names_of_any_length_and_with_any_character_stay_valid() throws Exception {
        for (String name : List.of(
                "人".repeat(400),
                "𠮷".repeat(200),
                "a" + "𠮷".repeat(139),
                "<&\"'>]]>",
                "a\u0000b\u0007c\uFFFEd\uD800e",
                "  many \n spaces\t ")) {
            BankParty party = party(name);
            valid(PaymentFileWriter.bytes(one(party, transfer("E-1", party))));
            assertThat(party.name().length()).isLessThanOrEqualTo(140);
        }
        assertThat(party("  many \n spaces\t ").name()).isEqualTo("many spaces");
    }

    @Test
    void equal_files_are_equal_bytes() {
        byte[] first = PaymentFileWriter.bytes(one(party("A"), transfer("E-1", party("B"))));
        byte[] second = PaymentFileWriter.bytes(one(party("A"), transfer("E-1", party("B"))));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void what_no_bank_would_take_cannot_be_built() {
        assertThatThrownBy(() -> transfer("x".repeat(36), party("A"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> party("\u0000")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CreditTransfer("I", "E", Money.of(0, "EUR"), party("A"), ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String written(String currency, long minor) throws Exception {
        CreditTransfer transfer = new CreditTransfer("I-1", "E-1", Money.of(minor, currency), party("A"), "x");
        return valid(PaymentFileWriter.bytes(one(party("B"), transfer)));
    }

    private static BankParty party(String name) {
        return new BankParty(
                name, new BankAccountId.Iban("NL91ABNA0417164300"), new BankAgent.Bic("ABNANL2A"), Optional.empty());
    }

    private static CreditTransfer transfer(String endToEnd, BankParty creditor) {
        return new CreditTransfer("I-1", endToEnd, Money.of(100, "EUR"), creditor, "settlement");
    }

    private static PaymentFile one(BankParty debtor, CreditTransfer transfer) {
        TransferGroup group = new TransferGroup(
                "P-1", LocalDate.of(2026, 11, 23), true, TransferGroup.Terms.AGREED, debtor, List.of(transfer));
        return new PaymentFile("M-1", CREATED, "Harbour", List.of(group));
    }

    private static PaymentFile file(JsonNode given) {
        List<TransferGroup> groups = new ArrayList<>();
        given.get("payments").forEach(payment -> groups.add(group(payment)));
        return new PaymentFile(
                given.get("msg_id").asText(),
                LocalDateTime.parse(given.get("created").asText()).toInstant(ZoneOffset.UTC),
                given.get("initiating_party").asText(),
                groups);
    }

    private static TransferGroup group(JsonNode payment) {
        List<CreditTransfer> transfers = new ArrayList<>();
        payment.get("transfers").forEach(transfer -> transfers.add(transfer(transfer)));
        return new TransferGroup(
                payment.get("payment_info_id").asText(),
                LocalDate.parse(payment.get("requested_execution_date").asText()),
                false,
                new TransferGroup.Terms(
                        text(payment, "service_level"),
                        text(payment, "category_purpose"),
                        text(payment, "charge_bearer")),
                new BankParty(
                        payment.get("debtor").asText(),
                        new BankAccountId.Iban(payment.get("debtor_iban").asText()),
                        agent(payment, "debtor_bic")),
                transfers);
    }

    private static CreditTransfer transfer(JsonNode given) {
        String currency = given.get("currency").asText();
        Money amount = Amounts.money(new BigDecimal(given.get("amount").asText()), currency)
                .orElseThrow();
        BankParty creditor = new BankParty(
                given.get("creditor").asText(),
                new BankAccountId.Iban(given.get("creditor_iban").asText()),
                agent(given, "creditor_bic"),
                Optional.of(new BankParty.Place(
                        given.get("creditor_town").asText(),
                        given.get("creditor_country").asText())));
        String endToEnd = given.get("end_to_end_id").asText();
        return new CreditTransfer(
                endToEnd,
                endToEnd,
                text(given, "uetr"),
                amount,
                creditor,
                text(given, "remittance"),
                text(given, "structured_reference"));
    }

    private static BankAgent agent(JsonNode given, String field) {
        return text(given, field).<BankAgent>map(BankAgent.Bic::new).orElseGet(BankAgent.FromAccount::new);
    }

    private static Optional<String> text(JsonNode given, String field) {
        return Optional.ofNullable(given.get(field)).map(JsonNode::asText);
    }

    private static String valid(byte[] xml) throws IOException, SAXException {
        SCHEMA.newValidator().validate(new StreamSource(new ByteArrayInputStream(xml)));
        return new String(xml, StandardCharsets.UTF_8);
    }

    private static Schema schema() {
        try {
            return SchemaFactory.newDefaultInstance()
                    .newSchema(Objects.requireNonNull(
                            PaymentFileWriterTest.class.getResource("/iso20022/pain.001.001.09.xsd")));
        } catch (SAXException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
