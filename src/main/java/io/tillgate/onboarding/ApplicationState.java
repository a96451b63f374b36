package io.tillgate.onboarding;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an application stands.
 *
 * <pre>
 * Draft              --submit (complete)-->                    Submitted
 * Submitted          --request information-->                  NeedsInformation
 * NeedsInformation   --submit (complete)-->                    Submitted, next submission
 * Submitted          --approve, agreement accepted (1)-->      Approved
 * Submitted          --approve, agreement not accepted-->      AwaitingAgreement
 * AwaitingAgreement  --accept agreement in force-->            Approved
 * Submitted, NeedsInformation  --refuse-->                     Refused
 * Draft, Submitted, NeedsInformation, AwaitingAgreement  --withdraw-->  Withdrawn
 * Approved, Refused, Withdrawn                                 final
 * </pre>
 *
 * (1) with these names and at the prices of the approval; otherwise it has to be accepted again.
 *
 * <p>Form and documents change in Draft and NeedsInformation only. What a person presses twice happens once: a repeated
 * submit, approve, refuse, accept or withdraw that has already had its effect changes nothing.
 */
public sealed interface ApplicationState {
    record Draft() implements ApplicationState {}

    /**
     * Waits for a reviewer.
     *
     * @param submission counts from 1
     */
    record Submitted(int submission, Instant at) implements ApplicationState {}

    /** Waits for the applicant. */
    record NeedsInformation(int submission, Mark by, List<Item> items) implements ApplicationState {
        public NeedsInformation {
            items = List.copyOf(items);
        }
    }

    /** Approved, but not effective before the agreement in force is accepted. */
    record AwaitingAgreement(int submission, Approval approval) implements ApplicationState {}

    /** The merchant exists. */
    record Approved(int submission, Approval approval) implements ApplicationState {}

    record Refused(
            int submission,
            Mark by,
            List<String> reasons,
            @Nullable String note) implements ApplicationState {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    record Withdrawn(int submission, Instant at) implements ApplicationState {}

    /** How often it has been submitted. */
    default int submissions() {
        return switch (this) {
            case Draft ignored -> 0;
            case Submitted s -> s.submission();
            case NeedsInformation n -> n.submission();
            case AwaitingAgreement a -> a.submission();
            case Approved a -> a.submission();
            case Refused r -> r.submission();
            case Withdrawn w -> w.submission();
        };
    }

    /** As it is stored and shown. */
    default String word() {
        return switch (this) {
            case Draft ignored -> "draft";
            case Submitted ignored -> "submitted";
            case NeedsInformation ignored -> "needs-information";
            case AwaitingAgreement ignored -> "awaiting-agreement";
            case Approved ignored -> "approved";
            case Refused ignored -> "refused";
            case Withdrawn ignored -> "withdrawn";
        };
    }

    /**
     * A person and a time.
     *
     * @param subject the person's id in the realm
     */
    record Mark(String subject, String name, Instant at) {}

    /** Who approved, when, at which prices. */
    record Approval(Mark by, String feePlan) {}

    /**
     * One thing to put right.
     *
     * @param path JSON pointer into the form, or {@code /documents}
     * @param code for machines, upper snake case
     * @param message for the applicant
     */
    record Item(String path, String code, String message) {}

    /** Which text was accepted, by whom, when. */
    record Acceptance(String version, Mark by) {}
}
