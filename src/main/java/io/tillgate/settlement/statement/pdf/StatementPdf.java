package io.tillgate.settlement.statement.pdf;

import io.tillgate.settlement.statement.Statement;
import io.tillgate.settlement.statement.StatementWords;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.GregorianCalendar;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitWidthDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * A statement on paper. The same statement and language give the same bytes: nothing of the clock or of chance gets in.
 * Blocking and busy for up to two seconds: never on an event loop.
 */
public final class StatementPdf {
    /** Payments that are listed; of more, the document says that the CSV has them. */
    public static final int PAYMENTS_MAX = 20_000;

    private final PDDocument document;
    private final Statement statement;
    private final StatementWords words;

    private StatementPdf(PDDocument document, Statement statement, Locale locale) {
        this.document = document;
        this.statement = statement;
        this.words = new StatementWords(locale);
    }

    public static byte[] write(Statement statement, Locale locale) {
        try (PDDocument document = new PDDocument()) {
            new StatementPdf(document, statement, locale).draw();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * 1024);
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException("a statement that cannot be drawn", broken);
        }
    }

    private void draw() throws IOException {
        describe();
        Color accent = Color.decode(statement.issuer().colour());
        Typefaces faces = new Typefaces(document);
        try (Sheets sheets = new Sheets(document, faces)) {
            Letter letter = new Letter(sheets, statement, words, accent);
            letter.head();
            bookmark(words.pick("Summary", "汇总"), sheets.page());
            new Summary(sheets, statement, words, accent).draw();
            Proof proof = new Proof(sheets, statement, words);
            boolean onFirstPage = proof.fits();
            if (onFirstPage) {
                proof.draw();
            }
            sheets.next();
            bookmark(words.pick("Payments", "交易明细"), sheets.page());
            new Payments(sheets, statement, words, accent).draw();
            if (!onFirstPage) {
                proof.draw();
            }
            int pages = document.getNumberOfPages();
            for (int number = 1; number <= pages; number++) {
                sheets.reopen(document.getPage(number - 1));
                letter.edges(number, pages);
            }
        }
    }

    private void describe() {
        var closedAt = statement.period().closedAt();
        document.setDocumentId(closedAt.toInstant().toEpochMilli());
        PDDocumentInformation facts = document.getDocumentInformation();
        facts.setTitle(
                words.pick("Payout statement ", "付款结算单 ") + statement.payout().reference());
        facts.setAuthor(statement.issuer().name());
        facts.setSubject(statement.recipient().merchantNumber());
        facts.setCreator("Tillgate");
        facts.setCreationDate(GregorianCalendar.from(closedAt.toZonedDateTime()));
        var catalog = document.getDocumentCatalog();
        catalog.setLanguage(words.pick("en", "zh-CN"));
        PDViewerPreferences preferences = new PDViewerPreferences(new org.apache.pdfbox.cos.COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
        catalog.setDocumentOutline(new PDDocumentOutline());
    }

    private void bookmark(String title, PDPage page) {
        PDPageFitWidthDestination destination = new PDPageFitWidthDestination();
        destination.setPage(page);
        destination.setTop((int) Sheets.HEIGHT);
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle(title);
        item.setDestination(destination);
        document.getDocumentCatalog().getDocumentOutline().addLast(item);
    }
}
