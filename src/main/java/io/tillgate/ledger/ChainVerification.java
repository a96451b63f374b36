package io.tillgate.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the chain, computed again from the journal.
 *
 * @param after the number before the first one checked
 * @param through the last number that is right
 * @param broken the first number whose entry, hash or block signature is not what it was; null: none
 * @param complete whether the end of the chain was reached
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChainVerification(
        long after, long through, @Nullable Long broken, boolean complete) {}
