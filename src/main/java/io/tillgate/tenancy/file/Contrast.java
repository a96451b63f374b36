package io.tillgate.tenancy.file;

/** Contrast of colours as WCAG 2.2 counts it (success criterion 1.4.3). */
final class Contrast {
    private static final double ENOUGH = 4.5;

    private Contrast() {}

    /** Whether white text on this {@code #rrggbb} can be read. */
    static boolean carriesWhiteText(String colour) {
        return 1.05 / (luminance(Integer.parseInt(colour.substring(1), 16)) + 0.05) >= ENOUGH;
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
