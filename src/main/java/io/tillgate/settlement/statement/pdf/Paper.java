package io.tillgate.settlement.statement.pdf;

import io.tillgate.settlement.statement.StatementWords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.GregorianCalendar;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitWidthDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** One document: its cover, its content, and then the edges of all pages. Nothing of the clock or of chance gets in. */
final class Paper {
    private final PDDocument document;
    private final Sheets sheets;
    private final PDDocumentOutline outline = new PDDocumentOutline();

    private Paper(PDDocument document, Sheets sheets) {
        this.document = document;
        this.sheets = sheets;
    }

    /** Draws what comes under the cover. */
    @FunctionalInterface
    interface Content {
        void draw(Paper paper) throws IOException;
    }

    static byte[] print(Cover cover, StatementWords words, Content content) {
        try (PDDocument document = new PDDocument()) {
            try (Sheets sheets = new Sheets(document, new Typefaces(document))) {
                Paper paper = new Paper(document, sheets);
                paper.describe(cover, words);
                Letter letter = new Letter(sheets, cover, words);
                letter.head();
                content.draw(paper);
                sheets.tags().repeated(true);
                int pages = document.getNumberOfPages();
                for (int number = 1; number <= pages; number++) {
                    sheets.reopen(document.getPage(number - 1));
                    letter.edges(number, pages);
                }
                sheets.tags().close();
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * 1024);
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException("a statement that cannot be drawn", broken);
        }
    }

    Sheets sheets() {
        return sheets;
    }

    /** Names the present page in the reader's list of contents. */
    void bookmark(String title) {
        PDPageFitWidthDestination destination = new PDPageFitWidthDestination();
        destination.setPage(sheets.page());
        destination.setTop((int) Sheets.HEIGHT);
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle(title);
        item.setDestination(destination);
        outline.addLast(item);
    }

    private void describe(Cover cover, StatementWords words) {
        document.setDocumentId(cover.date().toInstant().toEpochMilli());
        PDDocumentInformation facts = document.getDocumentInformation();
        facts.setTitle(cover.title() + " " + cover.reference());
        facts.setAuthor(cover.issuer().name());
        facts.setSubject(cover.recipient().merchantNumber());
        facts.setCreator("Tillgate");
        facts.setCreationDate(GregorianCalendar.from(cover.date().toZonedDateTime()));
        var catalog = document.getDocumentCatalog();
        catalog.setLanguage(words.pick("en", "zh-CN"));
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
        catalog.setDocumentOutline(outline);
    }
}
