package io.tillgate.payments.card.emv;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Meaning of each bit of the terminal's two status fields, EMV 4.3 Book 3, Annex C5 and C6. */
public final class StatusBits {
    /** Terminal verification results, tag 95, five bytes: what went wrong. */
    public static final StatusBits TVR = new StatusBits("/card/emv-tvr.txt", 5);

    /** Transaction status information, tag 9B, two bytes: what was done. */
    public static final StatusBits TSI = new StatusBits("/card/emv-tsi.txt", 2);

    private final List<Meaning> meanings;
    private final int bytes;

    private StatusBits(String file, int bytes) {
        this.meanings = load(file);
        this.bytes = bytes;
    }

    /** The texts of all bits that are set, in the order of the standard; empty when the length is wrong. */
    public List<String> textsOf(byte[] value) {
        if (value.length != bytes) {
            return List.of();
        }
        return meanings.stream()
                .filter(meaning -> (value[meaning.octet() - 1] >> (meaning.bit() - 1) & 1) != 0)
                .map(Meaning::text)
                .toList();
    }

    private static List<Meaning> load(String file) {
        try (InputStream in = Objects.requireNonNull(StatusBits.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(StatusBits::meaning)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static Optional<Meaning> meaning(String line) {
        Matcher matcher = Meaning.LINE.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new Meaning(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), matcher.group(3)));
    }

    /** Octets count from 1 at the left, bits from 1 at the right, as in the standard. */
    private record Meaning(int octet, int bit, String text) {
        private static final Pattern LINE = Pattern.compile("\\((\\d),(\\d)\\)=1 : (.+)");
    }
}
