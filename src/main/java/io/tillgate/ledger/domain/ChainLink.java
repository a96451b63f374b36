package io.tillgate.ledger.domain;

import io.tillgate.shared.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How one sealed entry is chained to the one before: SHA-256 over the previous hash and the entry's canonical bytes.
 *
 * <p>Canonical bytes, version 1: lines of UTF-8 text, each ended by a line feed: {@code tillgate-journal-1}, tenant, number,
 * entry id, business date, source kind, source id, rule, time of record in microseconds, and one line for each posting,
 * {@code line:account:amount:currency}, in order. No field can hold a line feed. An auditor needs no more than this text.
 */
public final class ChainLink {
    public static final int HASH_BYTES = 32;

    private ChainLink() {}

    /** What comes before the first entry. */
    public static byte[] genesis() {
        return new byte[HASH_BYTES];
    }

    /**
     * An entry as it is chained.
     *
     * @param facts entry id to time of record, each in its canonical form, joined by line feeds
     * @param postings joined by line feeds
     */
    public record Content(String facts, String postings) {}

    public static byte[] next(byte[] previous, TenantId tenant, long number, Content content) {
        String text =
                "tillgate-journal-1\n" + tenant + "\n" + number + "\n" + content.facts + "\n" + content.postings + "\n";
        MessageDigest digest = sha256();
        digest.update(previous);
        return digest.digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What the head of a block is signed over. */
    public static byte[] signedBytes(TenantId tenant, long lastNumber, byte[] hash) {
        String text = "tillgate-journal-head-1\n" + tenant + "\n" + lastNumber + "\n"
                + HexFormat.of().formatHex(hash) + "\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
