package io.tillgate.launcher.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What to measure.
 *
 * @param each how long each series is measured, after its warm-up
 * @param terminals how many sell at once
 * @param parts all, unless some are named
 */
record Order(Path data, Duration each, int terminals, Form form, Set<Part> parts) {
    private static final int SECONDS = 20;
    private static final int SECONDS_MAX = 3600;
    private static final int TERMINALS = 4;
    private static final int TERMINALS_MAX = 64;

    /** What can be measured alone. */
    enum Part {
        /** Sales at the till. */
        SALES,
        /** A merchant's first page. */
        PAGE,
        /** From a sale to its figures. */
        LAG,
        /** From the cut-off to the payment file. */
        DAY
    }

    /** How the figures are written. */
    enum Form {
        MARKDOWN,
        JSON
    }

    static Order read(Path data, String... arguments) {
        int seconds = SECONDS;
        int terminals = TERMINALS;
        Form form = Form.MARKDOWN;
        Set<Part> parts = EnumSet.allOf(Part.class);
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--json", "--markdown" ->
                    form = Form.valueOf(arguments[i].substring(2).toUpperCase(Locale.ROOT));
                case "--seconds" -> seconds = number(arguments, ++i, SECONDS_MAX);
                case "--terminals" -> terminals = number(arguments, ++i, TERMINALS_MAX);
                case "--only" -> parts = parts(arguments, ++i);
                default ->
                    throw new IllegalArgumentException("unknown option " + arguments[i]
                            + ": bench [--json|--markdown] [--seconds n] [--terminals n] [--only part,part]");
            }
        }
        return new Order(data, Duration.ofSeconds(seconds), terminals, form, parts);
    }

    private static Set<Part> parts(String[] arguments, int at) {
        String text = at < arguments.length ? arguments[at] : "";
        Set<Part> parts = EnumSet.noneOf(Part.class);
        for (String name : text.split(",", -1)) {
            parts.add(Arrays.stream(Part.values())
                    .filter(part -> part.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("--only wants parts of sales,page,lag,day")));
        }
        return parts;
    }

    private static int number(String[] arguments, int at, int max) {
        String text = at < arguments.length ? arguments[at] : "";
        if (!text.matches("[1-9][0-9]{0,4}") || Integer.parseInt(text) > max) {
            throw new IllegalArgumentException(arguments[at - 1] + " wants a number from 1 to " + max);
        }
        return Integer.parseInt(text);
    }
}
