package io.tillgate.settlement.iso20022;

/** Text as the schemas take it: counted in UTF-16 units, so that both ways of counting are content. */
final class Texts {
    private Texts() {}

    /** Spaces made one, characters that XML does not know left out, cut without splitting a character. */
    static String fitting(String text, int lengthMax) {
        StringBuilder kept = new StringBuilder(Math.min(text.length(), lengthMax));
        text.codePoints().filter(Texts::isXml).forEach(kept::appendCodePoint);
        String clean = kept.toString().replaceAll("\\s+", " ").strip();
        if (clean.length() <= lengthMax) {
            return clean;
        }
        int end = Character.isHighSurrogate(clean.charAt(lengthMax - 1)) ? lengthMax - 1 : lengthMax;
        return clean.substring(0, end).strip();
    }

    static void require(String text, int lengthMax, String what) {
        if (text.isBlank() || text.length() > lengthMax || !text.codePoints().allMatch(Texts::isXml)) {
            throw new IllegalArgumentException(what + " has 1 to " + lengthMax + " characters that XML knows");
        }
    }

    /** XML 1.0, production 2, without the lone surrogates that a Java text may hold. */
    private static boolean isXml(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}
