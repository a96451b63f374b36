package io.tillgate.terminals.domain;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** The number of a terminal in field 41: eight digits, the first not zero, unique in its tenant. */
public record TerminalNumber(String digits) {
    private static final Pattern SHAPE = Pattern.compile("[1-9][0-9]{7}");
    private static final int FIRST = 10_000_000;
    private static final int BEYOND = 100_000_000;

    public TerminalNumber {
        if (!SHAPE.matcher(digits).matches()) {
            throw new IllegalArgumentException("a terminal number is eight digits");
        }
    }

    public static TerminalNumber random(RandomGenerator random) {
        return new TerminalNumber(Integer.toString(random.nextInt(FIRST, BEYOND)));
    }
}
