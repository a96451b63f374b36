package io.tillgate.onboarding;

import java.util.List;

/**
 * What a machine found about one thing in the form: evidence for a reviewer, never a decision.
 *
 * @param path JSON pointer to what was checked; personal data is not repeated here
 * @param detail a sentence for the reviewer
 */
public record CheckResult(Kind kind, Outcome outcome, String path, String detail, List<Evidence> evidence) {
    public CheckResult {
        evidence = List.copyOf(evidence);
    }

    /** What was checked. */
    public enum Kind {
        REGISTRATION_NUMBER,
        BANK_ACCOUNT,
        CATEGORY,
        SANCTIONS,
        DUPLICATE
    }

    /** Clear, or a person should look. */
    public enum Outcome {
        CLEAR,
        LOOK
    }

    /**
     * Something found.
     *
     * @param reference entry of the list, or id of the other application
     * @param text the listed name, or in what the other one is the same
     * @param score 0 to 100
     */
    public record Evidence(String reference, String text, int score) {}
}
