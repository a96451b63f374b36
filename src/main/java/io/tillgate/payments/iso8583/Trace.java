package io.tillgate.payments.iso8583;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What tells one message of a terminal from another.
 *
 * @param stan field 11, 1 to 999999, unique per terminal until it wraps
 * @param transmitted field 7, sent in UTC to the second
 * @param local fields 12 and 13, the store's wall clock
 * @param batch the terminal's batch, 0 to 999999, for hosts that number batches
 */
public record Trace(int stan, Instant transmitted, LocalDateTime local, int batch) {
    private static final DateTimeFormatter FIELD_7 =
            DateTimeFormatter.ofPattern("MMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    public Trace {
        if (stan < 1 || stan > 999_999 || batch < 0 || batch > 999_999) {
            throw new IllegalArgumentException("trace number 1..999999, batch 0..999999");
        }
    }

    String stanDigits() {
        return digits(stan);
    }

    String batchDigits() {
        return digits(batch);
    }

    String transmittedDigits() {
        return FIELD_7.format(transmitted);
    }

    private static String digits(int number) {
        return String.format(Locale.ROOT, "%06d", number);
    }
}
