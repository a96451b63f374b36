package io.tillgate.portal;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One look at one page.
 *
 * @param face whose page: merchant, acquirer, operator
 * @param name of the page, as its picture is called
 * @param path below the portal's address; empty for the home
 * @param language {@code en} or {@code zh}
 */
record PageVisit(String face, String name, String path, String language, ColorScheme scheme, int width) {
    static final int DESKTOP = 1280;
    static final int PHONE = 390;

    /** Every page is seen at a desk, in one of the languages by day. */
    static List<PageVisit> atTheDesk(String face, String name, String path) {
        return List.of(
                new PageVisit(face, name, path, "en", ColorScheme.LIGHT, DESKTOP),
                new PageVisit(face, name, path, "zh", ColorScheme.LIGHT, DESKTOP));
    }

    /** The most used ones also on a phone and in the dark. */
    static List<PageVisit> everywhere(String face, String name, String path) {
        return Stream.concat(
                        atTheDesk(face, name, path).stream(),
                        Stream.of(
                                new PageVisit(face, name, path, "en", ColorScheme.DARK, DESKTOP),
                                new PageVisit(face, name, path, "en", ColorScheme.LIGHT, PHONE),
                                new PageVisit(face, name, path, "zh", ColorScheme.DARK, PHONE)))
                .toList();
    }

    String locale() {
        return language.equals("zh") ? "zh-CN" : "en-GB";
    }

    String picture() {
        return String.join("-", face, name, language, scheme.name().toLowerCase(Locale.ROOT), Integer.toString(width));
    }
}
