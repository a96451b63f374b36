package io.tillgate.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the journal is sealed. Hash, signature and key are lower-case hex.
 *
 * @param number of the last sealed entry; 0 before the first
 * @param signature Ed25519 over the head, see {@code src/docs/adr/0008-hash-chain.md}; null before the first block
 * @param publicKey X.509 SubjectPublicKeyInfo of the tenant's signing key
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChainHead(
        long number,
        String hash,
        @Nullable String signature,
        String publicKey,
        @Nullable Instant sealedAt) {

    /** A head that was signed: the end of a block. */
    public record Signed(long number, String hash, String signature, String publicKey, Instant sealedAt) {}
}
