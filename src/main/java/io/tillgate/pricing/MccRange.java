package io.tillgate.pricing;

/** Merchant category codes (ISO 18245) from one to another, both included. Written {@code 5411} or {@code 5400-5499}. */
public record MccRange(int first, int last) {
    private static final int HIGHEST = 9_999;

    public MccRange {
        if (first < 0 || last > HIGHEST || first > last) {
            throw new FeePlanMistake("category codes run from 0000 to 9999, low to high: " + first + " to " + last);
        }
    }

    public static MccRange parse(String text) {
        if (!text.matches("\\d{4}(-\\d{4})?")) {
            throw new FeePlanMistake("a category is four digits, or two of them with a dash between: " + text);
        }
        int first = Integer.parseInt(text.substring(0, 4));
        return new MccRange(first, text.length() == 4 ? first : Integer.parseInt(text.substring(5)));
    }

    boolean contains(int code) {
        return first <= code && code <= last;
    }

    boolean meets(MccRange other) {
        return first <= other.last && other.first <= last;
    }

    @Override
    public String toString() {
        return first == last ? "%04d".formatted(first) : "%04d-%04d".formatted(first, last);
    }
}
