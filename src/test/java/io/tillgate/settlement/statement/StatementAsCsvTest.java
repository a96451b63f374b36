package io.tillgate.settlement.statement;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.tillgate.settlement.statement.Statement.Recipient;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StatementAsCsvTest {
    @Test
    void the_column_of_what_is_left_sums_to_what_is_paid_out() {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 50; i++) {
            Statement statement = Statements.english(random.nextInt(80), random.nextLong());

            BigDecimal sum = records(statement).stream()
                    .map(record -> record.getField("net"))
                    .filter(net -> !net.isEmpty())
                    .map(BigDecimal::new)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);

            assertThat(sum)
                    .as("seed " + seed)
                    .isEqualByComparingTo(Figures.plain(statement.payout().amount()));
        }
    }

    @Test
    void every_payment_has_its_line_as_it_was() {
        Statement statement = Statements.chinese(30, 3);

        List<NamedCsvRecord> payments = records(statement).stream()
                .filter(record -> List.of("sale", "refund", "void").contains(record.getField("kind")))
                .toList();

        assertThat(payments).hasSize(30);
        for (int i = 0; i < 30; i++) {
            var line = statement.payments().get(i);
            assertThat(payments.get(i).getField("store")).isEqualTo(line.store());
            assertThat(payments.get(i).getField("gross")).isEqualTo(Figures.plain(line.gross()));
            assertThat(payments.get(i).getField("fee")).isEqualTo(Figures.plain(line.fee()));
            assertThat(payments.get(i).getField("localTime"))
                    .hasSize(25)
                    .startsWith(line.at().toLocalDate().toString());
        }
    }

    @Test
    void payout_and_signed_head_stand_on_the_last_lines() {
        Statement statement = Statements.english(10, 4);

        List<NamedCsvRecord> records = records(statement);

        NamedCsvRecord payout = records.get(records.size() - 2);
        NamedCsvRecord proof = records.getLast();
        assertThat(payout.getField("kind")).isEqualTo("payout");
        assertThat(payout.getField("text"))
                .startsWith(Figures.plain(statement.payout().amount()) + " EUR");
        assertThat(proof.getField("kind")).isEqualTo("proof");
        assertThat(proof.getField("text"))
                .contains(statement.head().hash(), statement.head().signature(), "number=48300");
        assertThat(payout.getField("net") + proof.getField("net")).isEmpty();
    }

    @Test
    void a_formula_in_a_name_stays_a_text() {
        Statement plain = Statements.english(1, 5);
        var line = plain.payments().getFirst();
        var formula = new Statement.PaymentLine(
                line.kind(),
                line.businessDate(),
                line.at(),
                line.receipt(),
                "=HYPERLINK(\"http://example.com\")",
                "+1",
                "@cash",
                null,
                line.gross(),
                line.fee());
        Statement statement = new Statement(
                plain.issuer(),
                new Recipient("-2+3", "", "=1", ""),
                plain.period(),
                plain.payout(),
                plain.openingBalance(),
                List.of(formula),
                plain.fees(),
                plain.others(),
                plain.carriedBalance(),
                plain.head());

        NamedCsvRecord record = records(statement).get(1);

        assertThat(record.getField("store")).isEqualTo("'=HYPERLINK(\"http://example.com\")");
        assertThat(record.getField("till")).isEqualTo("'+1");
        assertThat(record.getField("method")).isEqualTo("'@cash");
        assertThat(record.getField("merchantNumber")).isEqualTo("'=1");
    }

    private static List<NamedCsvRecord> records(Statement statement) {
        return CsvReader.builder().ofNamedCsvRecord(StatementCsv.write(statement)).stream()
                .toList();
    }
}
