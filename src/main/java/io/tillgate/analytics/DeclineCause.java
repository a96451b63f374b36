package io.tillgate.analytics;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who stopped a payment. */
public enum DeclineCause {
    /** The acquirer's own risk rules. */
    @JsonProperty("risk")
    RISK,
    /** The card's bank, or the host for it. */
    @JsonProperty("issuer")
    ISSUER,
    /** The card host could not be reached, or did not answer in time. */
    @JsonProperty("no-answer")
    NO_ANSWER
}
