package io.tillgate.settlement.statement.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The faces of one document and which of them can draw a character: Noto Sans where it has it, Droid Sans Fallback for
 * Chinese, and {@value #MISSING} in place of what neither has. Bold Chinese is the same outline with a thin stroke.
 */
final class Typefaces {
    /** The geta mark, by which typesetters show that a character was not at hand. */
    static final String MISSING = "\u3013";

    private static final String FOLDER = "/fonts/";

    private final Face regular;
    private final Face bold;
    private final Face chinese;
    private final Map<Integer, Glyph> regularGlyphs = new HashMap<>();
    private final Map<Integer, Glyph> boldGlyphs = new HashMap<>();
    private boolean lacking;

    Typefaces(PDDocument document) throws IOException {
        regular = Face.load(document, "NotoSans-Regular.ttf");
        bold = Face.load(document, "NotoSans-Bold.ttf");
        chinese = Face.load(document, "DroidSansFallbackFull.ttf");
    }

    /** A text of which all characters come from one face. */
    record Run(PDType0Font font, String text, float width, boolean stroked) {}

    private record Glyph(Face face, String text, float width) {}

    /** A font file and its measures, in thousandths of the size. */
    private record Face(PDType0Font font, TrueTypeFont file, CmapLookup characters) {
        static Face load(PDDocument document, String name) throws IOException {
            TrueTypeFont file = new TTFParser().parse(new RandomAccessReadBuffer(bytes(name)));
            file.setEnableGsub(false);
            document.registerTrueTypeFontForClosing(file);
            return new Face(PDType0Font.load(document, file, true), file, file.getUnicodeCmapLookup());
        }

        boolean has(int character) {
            return characters.getGlyphId(character) > 0;
        }

        float width(int character) throws IOException {
            return file.getAdvanceWidth(characters.getGlyphId(character)) * 1000f / file.getUnitsPerEm();
        }

        private static byte[] bytes(String name) throws IOException {
            try (InputStream in = Typefaces.class.getResourceAsStream(FOLDER + name)) {
                if (in == null) {
                    throw new IllegalStateException("the font " + name + " is not on the class path");
                }
                return in.readAllBytes();
            }
        }
    }

    /** Whether a character was replaced so far. */
    boolean lackedCharacters() {
        return lacking;
    }

    /** The text in pieces of one face each; widths are for that size, in points. */
    List<Run> runs(String text, Style style) throws IOException {
        List<Run> runs = new ArrayList<>(2);
        StringBuilder piece = new StringBuilder();
        float width = 0;
        Face face = null;
        for (int character : clean(text).codePoints().toArray()) {
            Glyph glyph = glyph(character, style.bold());
            if (face != null && face != glyph.face) {
                runs.add(run(face, piece, width, style));
                piece.setLength(0);
                width = 0;
            }
            face = glyph.face;
            piece.append(glyph.text);
            width += glyph.width;
        }
        if (face != null) {
            runs.add(run(face, piece, width, style));
        }
        return runs;
    }

    float width(String text, Style style) throws IOException {
        float width = 0;
        for (int character : clean(text).codePoints().toArray()) {
            width += glyph(character, style.bold()).width;
        }
        return width * style.size() / 1000f;
    }

    private Run run(Face face, CharSequence text, float width, Style style) {
        return new Run(face.font, text.toString(), width * style.size() / 1000f, style.bold() && face == chinese);
    }

    private Glyph glyph(int character, boolean heavy) throws IOException {
        Map<Integer, Glyph> known = heavy ? boldGlyphs : regularGlyphs;
        Glyph glyph = known.get(character);
        if (glyph == null) {
            glyph = find(character, heavy ? bold : regular);
            known.put(character, glyph);
        }
        return glyph;
    }

    private Glyph find(int character, Face latin) throws IOException {
        for (Face face : List.of(latin, chinese)) {
            if (face.has(character)) {
                return new Glyph(face, Character.toString(character), face.width(character));
            }
        }
        lacking = true;
        return new Glyph(chinese, MISSING, chinese.width(MISSING.codePointAt(0)));
    }

    /** Composed, on one line, without what has no shape. */
    private static String clean(String text) {
        boolean isPlain = text.chars().allMatch(c -> c >= 0x20 && c < 0x7F);
        return isPlain
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC)
                        .replaceAll("\\s+", " ")
                        .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", "");
    }
}
