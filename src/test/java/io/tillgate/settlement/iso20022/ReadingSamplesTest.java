package io.tillgate.settlement.iso20022;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages of real banks are read to the values that were counted from them by other means. */
class ReadingSamplesTest {
    static Stream<JsonNode> samples() throws IOException {
        return StreamSupport.stream(
                new ObjectMapper().readTree(resource("samples.json")).spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void each_sample_is_read_to_its_values(JsonNode expected) throws IOException {
        BankMessage message = read(expected.get("file").asText());

        assertThat(message.type().name()).isEqualTo(expected.get("message").asText());
        switch (message) {
            case CreditTransferMessage transfers -> holds(transfers, expected);
            case StatusReport report -> holds(report, expected);
            case AccountReport report -> holds(report, expected);
        }
    }

    @Test
    void a_statement_says_whether_it_is_whole() throws IOException {
        assertThat(unexplained("samples/finnish-bank-camt.053.v2.xml"))
                .hasValueSatisfying(rest -> assertThat(rest).isEqualByComparingTo("0"));
        assertThat(unexplained("samples/genkgo-camt053.v2.minimal.xml")).isEmpty();
        assertThat(unexplained("samples/genkgo-camt053.v2.all-balance-types.xml"))
                .hasValueSatisfying(rest -> assertThat(rest).isNotZero());
    }

    @Test
    void a_return_says_why_and_which_payment() throws IOException {
        AccountReport report = (AccountReport) read("samples/swiss-camt.054.v4-returns-1.xml");
        EntryTransaction returned = report.statements()
                .getFirst()
                .entries()
                .getFirst()
                .transactions()
                .getFirst();

        assertThat(returned.returned().orElseThrow().code()).contains("AC01");
        assertThat(returned.references().endToEndId()).contains("EndToEndId-004-01-01");
        assertThat(returned.money().orElseThrow().value()).isEqualTo(40_000);
    }

    @Test
    void payments_of_a_batch_are_told_one_by_one() throws IOException {
        AccountReport report = (AccountReport) read("samples/swiss-camt.054.v8-batch-a.xml");
        StatementEntry entry = report.statements().getFirst().entries().getFirst();

        assertThat(entry.isBooked()).isTrue();
        assertThat(entry.batches().getFirst().transactions()).contains(2);
        assertThat(entry.transactions().stream()
                        .flatMap(transaction -> transaction.amount().stream())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(entry.amount());
        assertThat(entry.transactions().getFirst().counterparties().debtor()).contains("Bernasconi Maria");
    }

    private static void holds(CreditTransferMessage message, JsonNode expected) {
        JsonNode payments = expected.get("payments");
        assertThat(message.groups()).hasSize(payments.size());
        for (int i = 0; i < payments.size(); i++) {
            CreditTransferMessage.Group group = message.groups().get(i);
            assertThat(group.id())
                    .isEqualTo(payments.get(i).get("payment_info_id").asText());
            assertThat(group.transfers())
                    .hasSize(payments.get(i).get("transfers").asInt());
            payments.get(i)
                    .get("sums")
                    .properties()
                    .forEach(sum -> assertThat(group.transfers().stream()
                                    .filter(transfer -> transfer.currency().equals(sum.getKey()))
                                    .map(CreditTransferMessage.Transfer::amount)
                                    .reduce(BigDecimal.ZERO, BigDecimal::add))
                            .isEqualByComparingTo(sum.getValue().asText()));
        }
    }

    private static void holds(StatusReport report, JsonNode expected) {
        assertThat(report.status())
                .isEqualTo(Optional.ofNullable(expected.get("group_status").textValue()));
        List<StatusReport.Transaction> transactions = report.groups().stream()
                .flatMap(group -> group.transactions().stream())
                .toList();
        JsonNode statuses = expected.get("transaction_statuses");
        assertThat(transactions).hasSize(statuses.size());
        for (int i = 0; i < statuses.size(); i++) {
            StatusReport.Transaction transaction = transactions.get(i);
            assertThat(transaction.originalEndToEndId())
                    .contains(statuses.get(i).get("end_to_end_id").asText());
            assertThat(transaction.status())
                    .contains(statuses.get(i).get("status").asText());
            assertThat(transaction.reasons().stream()
                            .flatMap(reason -> reason.code().stream())
                            .toList())
                    .isEqualTo(
                            StreamSupport.stream(statuses.get(i).get("reasons").spliterator(), false)
                                    .map(JsonNode::asText)
                                    .toList());
        }
    }

    private static void holds(AccountReport report, JsonNode expected) {
        List<StatementEntry> entries = report.statements().stream()
                .flatMap(statement -> statement.entries().stream())
                .toList();
        assertThat(entries).hasSize(expected.get("entries").asInt());
        assertThat(entries.stream()
                        .mapToInt(entry -> entry.transactions().size())
                        .sum())
                .isEqualTo(expected.get("tx_details").asInt());
        assertThat(report.statements()).hasSize(expected.get("statements").size());
        for (int i = 0; i < report.statements().size(); i++) {
            holds(report.statements().get(i), expected.get("statements").get(i));
        }
    }

    private static void holds(AccountStatement statement, JsonNode expected) {
        assertThat(statement.id()).isEqualTo(expected.get("id").asText());
        assertThat(statement.account()).isEqualTo(expected.get("account").asText());
        assertThat(statement.entries()).hasSize(expected.get("entries").asInt());
        assertThat(statement.sum(Direction.CREDIT))
                .isEqualByComparingTo(expected.get("credit_sum").asText());
        assertThat(statement.sum(Direction.DEBIT))
                .isEqualByComparingTo(expected.get("debit_sum").asText());
        assertThat(statement.entries().stream().filter(StatementEntry::reversal))
                .hasSize(expected.get("reversal_entries").asInt());
        JsonNode balances = expected.path("balances");
        assertThat(statement.balances()).hasSize(balances.size());
        for (int i = 0; i < balances.size(); i++) {
            AccountStatement.Balance balance = statement.balances().get(i);
            assertThat(balance.type()).isEqualTo(balances.get(i).get("type").asText());
            assertThat(balance.amount())
                    .isEqualByComparingTo(balances.get(i).get("amount").asText());
            assertThat(balance.currency())
                    .isEqualTo(balances.get(i).get("currency").asText());
            assertThat(balance.direction())
                    .isEqualTo(Direction.of(balances.get(i).get("sign").asText()));
        }
    }

    private static Optional<BigDecimal> unexplained(String file) throws IOException {
        return ((AccountReport) read(file)).statements().getFirst().unexplained();
    }

    private static BankMessage read(String file) throws IOException {
        Reading reading = BankMessages.read(resource(file));
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood) reading).message();
    }

    private static byte[] resource(String file) throws IOException {
        try (var stream = Objects.requireNonNull(ReadingSamplesTest.class.getResourceAsStream("/iso20022/" + file))) {
            return stream.readAllBytes();
        }
    }
}
