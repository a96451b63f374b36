package io.tillgate.terminals.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A one-time activation code: 15 random characters of Crockford's alphabet (75 bits) and a check character, shown as
 * four groups of four. Reading is forgiving: case, spaces and dashes do not matter, O reads as 0, I and L as 1.
 */
public record ActivationCode(String characters) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RANDOM_CHARACTERS = 15;
    private static final int LENGTH = RANDOM_CHARACTERS + 1;
    private static final int TYPED_LENGTH_MAX = 40;

    public ActivationCode {
        if (characters.length() != LENGTH || !isIntact(characters)) {
            throw new IllegalArgumentException("not an activation code");
        }
    }

    public static ActivationCode random(RandomGenerator random) {
        var text = new StringBuilder(LENGTH);
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new ActivationCode(text.append(checkCharacter(text)).toString());
    }

    /** What a person typed; empty when it cannot be a code, before anything is looked up or counted. */
    public static Optional<ActivationCode> typed(String text) {
        if (text.length() > TYPED_LENGTH_MAX) {
            return Optional.empty();
        }
        var read = new StringBuilder(LENGTH);
        for (char c : text.toUpperCase(Locale.ROOT).toCharArray()) {
            switch (c) {
                case ' ', '-' -> {}
                case 'O' -> read.append('0');
                case 'I', 'L' -> read.append('1');
                default -> read.append(c);
            }
        }
        return read.length() == LENGTH && isIntact(read)
                ? Optional.of(new ActivationCode(read.toString()))
                : Optional.empty();
    }

    /** As people see it: {@code XXXX-XXXX-XXXX-XXXX}. */
    public String grouped() {
        return characters.replaceAll("(.{4})(?=.)", "$1-");
    }

    /** A secret: never printed. */
    @Override
    public String toString() {
        return "ActivationCode[****]";
    }

    private static boolean isIntact(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (ALPHABET.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return text.charAt(RANDOM_CHARACTERS) == checkCharacter(text.subSequence(0, RANDOM_CHARACTERS));
    }

    /** Luhn's sum to the base 32: finds every single wrong character and nearly every swap of neighbours. */
    private static char checkCharacter(CharSequence text) {
        int base = ALPHABET.length();
        int sum = 0;
        int factor = 2;
        for (int i = text.length() - 1; i >= 0; i--) {
            int product = factor * ALPHABET.indexOf(text.charAt(i));
            sum += product / base + product % base;
            factor = 3 - factor;
        }
        return ALPHABET.charAt((base - sum % base) % base);
    }
}
