package io.tillgate.settlement.statement.pdf;

import io.tillgate.settlement.statement.Statement;
import io.tillgate.settlement.statement.StatementWords;
import java.awt.Color;
import java.io.IOException;
import java.util.Locale;

/**
 * The statement of a payout on paper. The same statement and language give the same bytes. Blocking and busy for up to two
 * seconds: never on an event loop.
 */
public final class StatementPdf {
    /** Payments that are listed; of more, the document says that the CSV has them. */
    public static final int PAYMENTS_MAX = 20_000;

    private StatementPdf() {}

    public static byte[] write(Statement statement, Locale locale) {
        StatementWords words = new StatementWords(locale);
        return Paper.print(Covers.of(statement, words), words, paper -> draw(paper, statement, words));
    }

    private static void draw(Paper paper, Statement statement, StatementWords words) throws IOException {
        Sheets sheets = paper.sheets();
        Color accent = Color.decode(statement.issuer().colour());
        paper.bookmark(words.pick("Summary", "汇总"));
        new Summary(sheets, statement, words, accent).draw();
        Proof proof = new Proof(sheets, statement, words);
        boolean onFirstPage = proof.fits();
        if (onFirstPage) {
            proof.draw();
        }
        sheets.next();
        paper.bookmark(words.pick("Payments", "交易明细"));
        new Payments(sheets, statement, words, accent).draw();
        if (!onFirstPage) {
            proof.draw();
        }
    }
}
