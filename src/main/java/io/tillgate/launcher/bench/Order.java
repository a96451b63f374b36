package io.tillgate.launcher.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * What to measure.
 *
 * @param each how long each series is measured, after its warm-up
 * @param terminals how many sell at once
 */
record Order(Path data, Duration each, int terminals, Form form) {
    private static final int SECONDS = 20;
    private static final int SECONDS_MAX = 3600;
    private static final int TERMINALS = 4;
    private static final int TERMINALS_MAX = 64;

    /** How the figures are written. */
    enum Form {
        MARKDOWN,
        JSON
    }

    static Order read(Path data, String... arguments) {
        int seconds = SECONDS;
        int terminals = TERMINALS;
        Form form = Form.MARKDOWN;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--json", "--markdown" ->
                    form = Form.valueOf(arguments[i].substring(2).toUpperCase(Locale.ROOT));
                case "--seconds" -> seconds = number(arguments, ++i, SECONDS_MAX);
                case "--terminals" -> terminals = number(arguments, ++i, TERMINALS_MAX);
                default ->
                    throw new IllegalArgumentException("unknown option " + arguments[i]
                            + ": bench [--json|--markdown] [--seconds n] [--terminals n]");
            }
        }
        return new Order(data, Duration.ofSeconds(seconds), terminals, form);
    }

    private static int number(String[] arguments, int at, int max) {
        String text = at < arguments.length ? arguments[at] : "";
        if (!text.matches("[1-9][0-9]{0,4}") || Integer.parseInt(text) > max) {
            throw new IllegalArgumentException(arguments[at - 1] + " wants a number from 1 to " + max);
        }
        return Integer.parseInt(text);
    }
}
