package io.tillgate.payments.iso8583.codec;

/**
 * A date or time inside a numeric field, written as in {@code MMDDhhmmss}. All zeros mean "not given", which hosts send.
 *
 * @param pattern pairs of YY, MM, DD, hh, mm, ss; empty for no rule
 */
record Shape(String pattern) {
    static final Shape ANY = new Shape("");
    private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    Shape {
        for (int i = 0; i < pattern.length(); i += 2) {
            limit(pair(pattern, i), 1);
        }
    }

    boolean fits(String value) {
        if (pattern.isEmpty() || value.chars().allMatch(c -> c == '0')) {
            return true;
        }
        int month = 1;
        for (int i = 0; i < pattern.length(); i += 2) {
            int number = Integer.parseInt(value, i, i + 2, 10);
            String part = pair(pattern, i);
            month = "MM".equals(part) ? number : month;
            boolean day = "MM".equals(part) || "DD".equals(part);
            if ((day && number == 0) || number > limit(part, month)) {
                return false;
            }
        }
        return true;
    }

    private static String pair(String text, int at) {
        return text.substring(at, Math.min(at + 2, text.length()));
    }

    private static int limit(String part, int month) {
        return switch (part) {
            case "YY" -> 99;
            case "MM" -> 12;
            case "DD" -> DAYS[month - 1];
            case "hh" -> 23;
            case "mm", "ss" -> 59;
            default -> throw new IllegalArgumentException("unknown date part in shape");
        };
    }
}
