package io.tillgate.settlement.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import io.tillgate.settlement.statement.MonthlyStatement.Run;
import io.tillgate.settlement.statement.Statement.Issuer;
import io.tillgate.settlement.statement.Statement.Recipient;
import io.tillgate.settlement.statement.Statement.Standing;
import io.tillgate.settlement.statement.Statement.Total;
import io.tillgate.settlement.statement.Statement.Transfer;
import io.tillgate.settlement.statement.pdf.MonthlyPdf;
import io.tillgate.shared.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class StatementOfAMonthTest {
    private static final YearMonth MONTH = YearMonth.of(2026, 11);

    @Test
    void every_run_of_the_csv_adds_up() {
        MonthlyStatement statement = statement(5);

        for (var line : CsvReader.builder().ofNamedCsvRecord(MonthlyCsv.write(statement)).stream()
                .toList()) {
            BigDecimal in = List.of("broughtForward", "sales", "returned", "fees", "corrections").stream()
                    .map(line::getField)
                    .map(BigDecimal::new)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(in)
                    .isEqualByComparingTo(
                            new BigDecimal(line.getField("payout")).add(new BigDecimal(line.getField("carried"))));
        }
    }

    @Test
    void the_paper_has_every_day_and_the_same_bytes_each_time() throws IOException {
        MonthlyStatement statement = statement(6);
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            byte[] pdf = MonthlyPdf.write(statement, locale);

            assertThat(Arrays.equals(pdf, MonthlyPdf.write(statement(6), locale)))
                    .isTrue();
            try (var document = Loader.loadPDF(pdf)) {
                String text = new PDFTextStripper().getText(document);
                StatementWords words = new StatementWords(locale);
                for (Run run : statement.runs()) {
                    assertThat(text).contains(words.date(run.businessDate()), Figures.shown(run.paid()));
                }
                assertThat(text).contains(Figures.shown(statement.booked()), words.month(MONTH));
                Path folder = Files.createDirectories(Path.of("target/statements"));
                Path picture = folder.resolve("month-" + locale.getLanguage() + ".png");
                ImageIO.write(new PDFRenderer(document).renderImageWithDPI(0, 100), "png", picture.toFile());
            }
        }
    }

    @Test
    void a_run_that_does_not_add_up_cannot_be_stated() {
        Total none = new Total(0, euro(0));

        assertThatThrownBy(() ->
                        new Run(LocalDate.of(2026, 11, 1), 1, euro(0), none, none, euro(-1), euro(0), euro(0), null))
                .hasMessageContaining("comes to -1");
    }

    private static MonthlyStatement statement(long seed) {
        Random random = new Random(seed);
        List<Run> runs = new ArrayList<>();
        Money carried = euro(-700);
        for (int day = 1; day <= MONTH.lengthOfMonth(); day++) {
            Total sales = new Total(random.nextInt(90), euro(day % 9 == 0 ? 0 : random.nextInt(900_000)));
            Total returned = new Total(2, euro(-random.nextInt(20_000)));
            Money fees = euro(-sales.amount().value() * 14 / 1000);
            Money corrections = euro(day == 12 ? -4_500 : 0);
            Money net = carried.plus(sales.amount())
                    .plus(returned.amount())
                    .plus(fees)
                    .plus(corrections);
            LocalDate date = MONTH.atDay(day);
            runs.add(new Run(
                    date,
                    1,
                    carried,
                    sales,
                    returned,
                    fees,
                    corrections,
                    net.isPositive() ? euro(0) : net,
                    net.isPositive() ? transfer(date, net) : null));
            carried = net.isPositive() ? euro(0) : net;
        }
        return new MonthlyStatement(
                new Issuer("九州支付", "九州支付", "#a61b29"),
                new Recipient(Statements.SHOP, "龘靐百货", "100000000000017", "注册号 91310115MA1K4A7E2X, CN"),
                MONTH,
                "Asia/Shanghai",
                Currency.getInstance("EUR"),
                runs);
    }

    private static Transfer transfer(LocalDate date, Money amount) {
        boolean booked = date.getDayOfMonth() < 28;
        return new Transfer(
                "019a8c0f6b7a7e3c9d2f4a1b5c6d%04d".formatted(date.getDayOfMonth()),
                amount,
                booked ? Standing.PAID : Standing.AT_THE_BANK,
                Statements.SHOP,
                "6222…8901",
                booked ? "BK-" + date : null,
                booked ? date.plusDays(1) : null);
    }

    private static Money euro(long value) {
        return Money.of(value, "EUR");
    }
}
