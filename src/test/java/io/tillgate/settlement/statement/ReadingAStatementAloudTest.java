package io.tillgate.settlement.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.settlement.statement.pdf.StatementPdf;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

/** What a screen reader finds in a statement. */
class ReadingAStatementAloudTest {
    private static final Statement STATEMENT = Statements.english(120, 21);

    @Test
    void it_has_a_title_headings_and_tables_whose_columns_have_heads() throws IOException {
        try (PDDocument document = Loader.loadPDF(StatementPdf.write(STATEMENT, Locale.ENGLISH))) {
            Aloud aloud = new Aloud(document);

            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(aloud.texts("H1")).containsExactly("Payout statement");
            assertThat(aloud.texts("H2"))
                    .contains(
                            "How your payout comes about",
                            "What the fees are made of",
                            "Every payment",
                            "What this statement stands on");
            assertThat(aloud.texts("TH"))
                    .containsSubsequence("Local time", "Receipt", "Till", "Kind", "Paid by", "Gross", "Fee", "Net")
                    .as("told once, not on every page")
                    .containsOnlyOnce("Receipt");
            assertThat(aloud.all("TH"))
                    .allSatisfy(head -> assertThat(((PDTableAttributeObject)
                                            head.getAttributes().getObject(0))
                                    .getScope())
                            .isEqualTo("Column"));
        }
    }

    @Test
    void each_payment_is_a_row_of_eight_cells() throws IOException {
        try (PDDocument document = Loader.loadPDF(StatementPdf.write(STATEMENT, Locale.ENGLISH))) {
            Aloud aloud = new Aloud(document);
            String receipt = STATEMENT.payments().getFirst().receipt();

            assertThat(aloud.all("TR").stream().map(aloud::cells))
                    .filteredOn(cells -> cells.contains(receipt))
                    .singleElement()
                    .satisfies(cells -> assertThat(cells).hasSize(8));
            assertThat(aloud.all("TR").stream().map(aloud::cells).filter(cells -> cells.size() == 8))
                    .hasSizeGreaterThan(STATEMENT.payments().size());
        }
    }

    @Test
    void of_very_many_payments_each_is_told_as_one_cell() throws IOException {
        Statement large = Statements.english(2_001, 22);

        try (PDDocument document = Loader.loadPDF(StatementPdf.write(large, Locale.ENGLISH))) {
            Aloud aloud = new Aloud(document);
            String receipt = large.payments().getFirst().receipt();

            assertThat(aloud.all("TR").stream().map(aloud::cells))
                    .filteredOn(cells -> String.join(" ", cells).contains(receipt))
                    .singleElement()
                    .satisfies(cells -> assertThat(cells).hasSize(1));
        }
    }

    @Test
    void whatever_is_drawn_is_said_or_marked_as_ornament() throws IOException {
        try (PDDocument document = Loader.loadPDF(StatementPdf.write(STATEMENT, Locale.ENGLISH))) {
            for (PDPage page : document.getPages()) {
                int depth = 0;
                for (Object token : new PDFStreamParser(page).parse()) {
                    String name = token instanceof Operator operator ? operator.getName() : "";
                    depth += name.equals("BDC") || name.equals("BMC") ? 1 : name.equals("EMC") ? -1 : 0;
                    if (List.of("Tj", "TJ", "f", "S").contains(name)) {
                        assertThat(depth).as(name).isOne();
                    }
                }
                assertThat(depth).isZero();
                assertThat(page.getStructParents()).isNotNegative();
            }
        }
    }

    /** The structure of a document with the text of its parts. */
    private static final class Aloud {
        private final Map<PDPage, Map<Integer, String>> said = new HashMap<>();
        private final List<PDStructureElement> elements = new ArrayList<>();

        Aloud(PDDocument document) throws IOException {
            for (PDPage page : document.getPages()) {
                PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
                extractor.processPage(page);
                Map<Integer, String> texts = new HashMap<>();
                for (PDMarkedContent content : extractor.getMarkedContents()) {
                    texts.put(
                            content.getMCID(),
                            content.getContents().stream()
                                    .map(each -> ((TextPosition) each).getUnicode())
                                    .collect(Collectors.joining()));
                }
                said.put(page, texts);
            }
            collect(document.getDocumentCatalog().getStructureTreeRoot());
        }

        private void collect(PDStructureNode node) {
            for (Object kid : node.getKids()) {
                if (kid instanceof PDStructureElement element) {
                    elements.add(element);
                    collect(element);
                }
            }
        }

        List<PDStructureElement> all(String type) {
            return elements.stream()
                    .filter(element -> type.equals(element.getStructureType()))
                    .toList();
        }

        List<String> texts(String type) {
            return all(type).stream().map(this::text).toList();
        }

        List<String> cells(PDStructureElement row) {
            return row.getKids().stream()
                    .map(kid -> text((PDStructureElement) kid))
                    .toList();
        }

        private String text(PDStructureElement element) {
            return element.getKids().stream()
                    .filter(Integer.class::isInstance)
                    .map(number ->
                            said.getOrDefault(element.getPage(), Map.of()).get(number))
                    .collect(Collectors.joining(" "));
        }
    }
}
