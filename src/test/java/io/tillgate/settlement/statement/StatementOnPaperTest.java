package io.tillgate.settlement.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.settlement.statement.Statement.PaymentLine;
import io.tillgate.settlement.statement.pdf.StatementPdf;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** What is drawn can be read back, looks the same each time, and comes in time. */
class StatementOnPaperTest {
    private static final Pattern ROW = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d) (\\S+) (\\S+) .*? (-?[\\d,]+\\.\\d\\d) (-?[\\d,]+\\.\\d\\d) (-?[\\d,]+\\.\\d\\d)");

    @Test
    void every_payment_is_read_back_with_its_amounts() throws IOException {
        Statement statement = Statements.english(300, 11);

        List<String> read = rows(text(StatementPdf.write(statement, Locale.ENGLISH)));

        StatementWords words = new StatementWords(Locale.ENGLISH);
        assertThat(read)
                .containsExactlyInAnyOrderElementsOf(statement.payments().stream()
                        .map(line -> row(words, line))
                        .toList());
    }

    @Test
    void totals_and_facts_are_read_back() throws IOException {
        Statement statement = Statements.english(120, 12);

        String text = text(StatementPdf.write(statement, Locale.ENGLISH));

        assertThat(text)
                .contains("EUR " + Figures.shown(statement.payout().amount()))
                .contains("Fees " + Figures.shown(statement.feesTotal()))
                .contains("Brought forward from the run before -15.00")
                .contains(statement.payout().reference(), "HB0000000012345", "DE89…3000", "BK-20261122-000417")
                .contains(statement.head().hash(), statement.head().keyFingerprint(), "Page 1 of ");
        assertThat(text.replace("\n", "")).contains(statement.head().signature());
    }

    @Test
    void chinese_is_read_back_whatever_the_language() throws IOException {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            String text = text(StatementPdf.write(Statements.chinese(40, 13), locale));

            assertThat(text).contains(Statements.SHOP, "龘靐百货", "南京东路旗舰店", "徐家汇店", "支付宝", "更正：上期多扣手续费", "，中国");
        }
        assertThat(text(StatementPdf.write(Statements.chinese(40, 13), Locale.CHINESE)))
                .contains("付款结算单", "付给您的金额", "本结算单的凭据", "已到账");
    }

    @Test
    void a_character_without_a_shape_is_replaced_and_said_so() throws IOException {
        Statement plain = Statements.chinese(1, 14);
        Statement odd = new Statement(
                plain.issuer(),
                new Statement.Recipient("\uD842\uDFB7野家 \uD83D\uDE00\u0007\u202E한", "", "JZ1", "é Ω Ж"),
                plain.period(),
                plain.payout(),
                plain.openingBalance(),
                plain.payments(),
                plain.fees(),
                plain.others(),
                plain.carriedBalance(),
                plain.head());

        String text = text(StatementPdf.write(odd, Locale.ENGLISH));

        assertThat(text).contains("〓野家 〓〓", "é Ω Ж", "stands for a character");
        assertThat(text(StatementPdf.write(plain, Locale.ENGLISH))).doesNotContain("stands for a character");
    }

    @Test
    void the_same_statement_is_the_same_bytes() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            byte[] first = StatementPdf.write(Statements.chinese(80, 15), locale);
            byte[] second = StatementPdf.write(Statements.chinese(80, 15), locale);

            assertThat(Arrays.equals(first, second)).isTrue();
        }
    }

    @Test
    void the_document_says_its_title_and_language_and_embeds_every_font() throws IOException {
        byte[] pdf = StatementPdf.write(Statements.chinese(60, 16), Locale.CHINESE);

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("付款结算单 PO261121-7KQ2M8XD");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
            assertThat(document.getDocumentCatalog().getViewerPreferences().displayDocTitle())
                    .isTrue();
            assertThat(fonts(document)).hasSizeGreaterThanOrEqualTo(3).allMatch(name -> name.endsWith("+embedded"));
        }
        assertThat(pdf.length).isLessThan(150_000);
    }

    @Test
    void every_page_repeats_the_head_of_the_table_and_counts() throws IOException {
        byte[] pdf = StatementPdf.write(Statements.english(400, 17), Locale.ENGLISH);

        try (PDDocument document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            PDFTextStripper stripper = new PDFTextStripper();
            for (int page = 2; page < pages; page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document))
                        .contains(
                                "Local time Receipt Till Kind Paid by Gross Fee Net", "Page " + page + " of " + pages);
            }
        }
    }

    @Test
    void five_thousand_payments_are_drawn_in_two_seconds() {
        Statement statement = Statements.chinese(5_000, 18);
        StatementPdf.write(Statements.chinese(200, 18), Locale.CHINESE);

        long before = System.nanoTime();
        byte[] pdf = StatementPdf.write(statement, Locale.CHINESE);
        Duration taken = Duration.ofNanos(System.nanoTime() - before);

        System.out.println("5,000 payments: " + taken.toMillis() + " ms, " + pdf.length / 1024 + " KiB");
        assertThat(taken).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void pages_are_drawn_for_a_person_to_look_at() throws IOException {
        Path folder = Files.createDirectories(Path.of("target/statements"));
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            String name = locale.getLanguage();
            byte[] pdf = StatementPdf.write(
                    name.equals("en") ? Statements.english(90, 7) : Statements.chinese(90, 7), locale);
            Files.write(folder.resolve(name + ".pdf"), pdf);
            try (PDDocument document = Loader.loadPDF(pdf)) {
                PDFRenderer renderer = new PDFRenderer(document);
                for (int page = 0; page < document.getNumberOfPages(); page++) {
                    BufferedImage image = renderer.renderImageWithDPI(page, 100);
                    ImageIO.write(
                            image,
                            "png",
                            folder.resolve(name + "-" + (page + 1) + ".png").toFile());
                    assertThat(isBlank(image)).isFalse();
                }
            }
        }
    }

    private static String row(StatementWords words, PaymentLine line) {
        return String.join(
                " ",
                words.moment(line.at()),
                line.receipt(),
                line.till(),
                Figures.shown(line.gross()),
                Figures.shown(line.fee()),
                Figures.shown(line.net()));
    }

    private static List<String> rows(String text) {
        List<String> rows = new ArrayList<>();
        Matcher row = ROW.matcher(text);
        while (row.find()) {
            rows.add(String.join(
                    " ", row.group(1), row.group(2), row.group(3), row.group(4), row.group(5), row.group(6)));
        }
        return rows;
    }

    private static Set<String> fonts(PDDocument document) throws IOException {
        Set<String> fonts = new HashSet<>();
        for (var page : document.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                var font = page.getResources().getFont(name);
                fonts.add(font.getName() + (font.isEmbedded() ? "+embedded" : "+foreign"));
            }
        }
        return fonts;
    }

    private static boolean isBlank(BufferedImage image) {
        int first = image.getRGB(0, image.getHeight() / 2);
        for (int y = 0; y < image.getHeight(); y += 3) {
            for (int x = 0; x < image.getWidth(); x += 3) {
                if (image.getRGB(x, y) != first) {
                    return false;
                }
            }
        }
        return true;
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(false);
            stripper.setLineSeparator("\n");
            return stripper.getText(document);
        }
    }
}
