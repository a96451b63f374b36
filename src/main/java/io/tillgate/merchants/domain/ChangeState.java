package io.tillgate.merchants.domain;

import io.tillgate.merchants.MerchantProblem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a change that takes two people stands.
 *
 * <pre>
 * Proposed  --confirm, by another person-->  Confirmed
 * Proposed  --reject, by anybody-->          Rejected   (the proposer withdraws by rejecting)
 * Confirmed, Rejected                        final
 * </pre>
 */
public sealed interface ChangeState {
    /** Who asked, and when. */
    Mark proposed();

    record Proposed(Mark proposed) implements ChangeState {}

    record Confirmed(Mark proposed, Mark confirmed) implements ChangeState {}

    record Rejected(Mark proposed, Mark rejected, String reason) implements ChangeState {}

    /**
     * A person and a time.
     *
     * @param subject the person's id in the realm: names change, ids do not
     */
    record Mark(String subject, String name, Instant at) {}

    /** What a second person says. */
    sealed interface Verdict {
        Mark by();

        record Confirm(Mark by) implements Verdict {}

        record Reject(Mark by, String reason) implements Verdict {}
    }

    /** The next state, or why not. */
    record Outcome(@Nullable ChangeState next, @Nullable MerchantProblem problem) {
        static Outcome to(ChangeState next) {
            return new Outcome(next, null);
        }

        static Outcome no(MerchantProblem problem) {
            return new Outcome(null, problem);
        }
    }

    static Outcome decide(ChangeState state, Verdict verdict) {
        return switch (state) {
            case Proposed open -> decideOpen(open, verdict);
            case Confirmed ignored -> Outcome.no(MerchantProblem.CHANGE_ALREADY_DECIDED);
            case Rejected ignored -> Outcome.no(MerchantProblem.CHANGE_ALREADY_DECIDED);
        };
    }

    private static Outcome decideOpen(Proposed open, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Reject reject -> Outcome.to(new Rejected(open.proposed(), reject.by(), reject.reason()));
            case Verdict.Confirm confirm ->
                confirm.by().subject().equals(open.proposed().subject())
                        ? Outcome.no(MerchantProblem.NEEDS_ANOTHER_PERSON)
                        : Outcome.to(new Confirmed(open.proposed(), confirm.by()));
        };
    }
}
