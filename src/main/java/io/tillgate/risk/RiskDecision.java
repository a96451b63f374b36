package io.tillgate.risk;

/**
 * Whether a payment may go on. The evidence is recorded for the risk analyst; a cashier only ever learns
 * {@link #CASHIER_TEXT}, which tells nothing about rules.
 */
public sealed interface RiskDecision {
    /** Key of the text that a till shows for a refused payment, the same as for a decline of the issuer. */
    String CASHIER_TEXT = "declined";

    RiskEvidence evidence();

    /** Nothing speaks against it. */
    record Proceed(RiskEvidence evidence) implements RiskDecision {}

    /** It must not go to the card host. {@code reason} is that of the first refusing rule, for the risk analyst. */
    record Refuse(String reason, RiskEvidence evidence) implements RiskDecision {}

    /** It goes on, and enters the review queue. */
    record Review(String reason, RiskEvidence evidence) implements RiskDecision {}

    /** The word stored and shown. */
    default String outcome() {
        return switch (this) {
            case Proceed p -> "proceed";
            case Refuse r -> "refuse";
            case Review r -> "review";
        };
    }
}
