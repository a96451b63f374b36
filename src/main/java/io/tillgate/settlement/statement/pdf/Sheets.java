package io.tillgate.settlement.statement.pdf;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** Pages of A4 that are filled from the top; {@link #y} is the upper edge of what is still free on the newest. */
final class Sheets implements AutoCloseable {
    static final float WIDTH = PDRectangle.A4.getWidth();
    static final float HEIGHT = PDRectangle.A4.getHeight();
    static final float LEFT = 44;
    static final float RIGHT = WIDTH - 44;
    static final float BOTTOM = 58;
    private static final float TOP = HEIGHT - 58;
    /** Share of the size; makes Droid Sans Fallback about as dark as Noto Sans Bold. */
    private static final float BOLD_STROKE = 0.028f;

    private final PDDocument document;
    private final Typefaces faces;
    private final Tags tags;
    private PDPage page;
    private PDPageContentStream out;
    private float y;

    Sheets(PDDocument document, Typefaces faces) throws IOException {
        this.document = document;
        this.faces = faces;
        this.tags = new Tags(document);
        page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        out = new PDPageContentStream(document, page);
        y = TOP;
    }

    float y() {
        return y;
    }

    PDPage page() {
        return page;
    }

    Typefaces faces() {
        return faces;
    }

    Tags tags() {
        return tags;
    }

    /** A heading of the second level; where it goes on is the caller's. */
    void heading(String text) throws IOException {
        tags.part(StandardStructureTypes.H2);
        text(LEFT, y - 10, text, Style.HEADING);
        tags.paragraphs();
    }

    void down(float points) {
        y -= points;
    }

    void next() throws IOException {
        out.close();
        page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        out = new PDPageContentStream(document, page);
        y = TOP;
    }

    boolean hasRoom(float height) {
        return y - height >= BOTTOM;
    }

    /** A new page unless so much is free. */
    void need(float height) throws IOException {
        if (!hasRoom(height)) {
            next();
        }
    }

    /** Goes on writing a page that is already full, such as its foot. */
    void reopen(PDPage earlier) throws IOException {
        out.close();
        page = earlier;
        out = new PDPageContentStream(document, earlier, AppendMode.APPEND, true, true);
    }

    void text(float x, float baseline, String text, Style style) throws IOException {
        draw(x, baseline, faces.runs(text, style), style);
    }

    void textRight(float right, float baseline, String text, Style style) throws IOException {
        List<Typefaces.Run> runs = faces.runs(text, style);
        float width = 0;
        for (Typefaces.Run run : runs) {
            width += run.width();
        }
        draw(right - width, baseline, runs, style);
    }

    private void draw(float x, float baseline, List<Typefaces.Run> runs, Style style) throws IOException {
        if (runs.isEmpty()) {
            return;
        }
        tags.begin(out, page);
        out.beginText();
        out.setNonStrokingColor(style.colour());
        out.newLineAtOffset(x, baseline);
        for (Typefaces.Run run : runs) {
            out.setFont(run.font(), style.size());
            if (run.stroked()) {
                stroked(run.text(), style);
            } else {
                out.showText(run.text());
            }
        }
        out.endText();
        tags.end(out);
    }

    private void stroked(String text, Style style) throws IOException {
        out.setRenderingMode(RenderingMode.FILL_STROKE);
        out.setStrokingColor(style.colour());
        out.setLineWidth(style.size() * BOLD_STROKE);
        out.showText(text);
        out.setRenderingMode(RenderingMode.FILL);
    }

    void rule(float from, float to, float at, float thickness, Color colour) throws IOException {
        tags.ornament(out);
        out.setStrokingColor(colour);
        out.setLineWidth(thickness);
        out.moveTo(from, at);
        out.lineTo(to, at);
        out.stroke();
        tags.end(out);
    }

    void fill(float x, float lower, float width, float height, Color colour) throws IOException {
        tags.ornament(out);
        out.setNonStrokingColor(colour);
        out.addRect(x, lower, width, height);
        out.fill();
        tags.end(out);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
