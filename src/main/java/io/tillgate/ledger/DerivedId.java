package io.tillgate.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.UUID;

/** Ids that follow from names, so that writing the same thing twice meets itself (RFC 9562, version 8). */
public final class DerivedId {
    private static final long TIME_BITS = 0xFFFF_FFFF_FFFF_0000L;
    private static final long MILLIS_A_DAY = 86_400_000L;

    private DerivedId() {}

    public static UUID of(Object... names) {
        ByteBuffer digest = ByteBuffer.wrap(sha256(names));
        return version8(digest.getLong(), digest.getLong());
    }

    /** Begins with a day, so that ids of later days sort behind those of earlier ones. {@code step} orders within the day. */
    public static UUID dated(LocalDate day, int step, Object... names) {
        long millis = day.toEpochDay() * MILLIS_A_DAY + step;
        ByteBuffer digest = ByteBuffer.wrap(sha256(names));
        return version8((millis << 16) | (digest.getLong() & ~TIME_BITS), digest.getLong());
    }

    /** Keeps the first 48 bits of {@code source}, its time when it is a version 7, so that indexes grow at their end. */
    public static UUID near(UUID source, Object... names) {
        ByteBuffer digest = ByteBuffer.wrap(sha256(names));
        long high = (source.getMostSignificantBits() & TIME_BITS) | (digest.getLong() & ~TIME_BITS);
        return version8(high, digest.getLong());
    }

    private static UUID version8(long high, long low) {
        return new UUID(
                (high & 0xFFFF_FFFF_FFFF_0FFFL) | 0x8000L, (low & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
    }

    private static byte[] sha256(Object... names) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Object name : names) {
                digest.update(name.toString().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
