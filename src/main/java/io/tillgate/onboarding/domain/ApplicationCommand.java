package io.tillgate.onboarding.domain;

import io.tillgate.onboarding.ApplicationState.Acceptance;
import io.tillgate.onboarding.ApplicationState.Approval;
import io.tillgate.onboarding.ApplicationState.Item;
import io.tillgate.onboarding.ApplicationState.Mark;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of an application. The first five come from the applicant, the others from a reviewer. */
public sealed interface ApplicationCommand {
    /** Change the form. */
    record Edit() implements ApplicationCommand {}

    record AddDocument() implements ApplicationCommand {}

    record Submit(Instant at) implements ApplicationCommand {}

    record Withdraw(Instant at) implements ApplicationCommand {}

    /**
     * Accept what was read.
     *
     * @param shown fingerprint of the text that was read; null for whoever names the version only
     * @param now fingerprint of the text that is accepted by this
     */
    record AcceptAgreement(Acceptance acceptance, @Nullable String shown, String now) implements ApplicationCommand {
        boolean isOfAnotherText() {
            return shown != null && !shown.equals(now);
        }
    }

    record Approve(Approval approval) implements ApplicationCommand {}

    record Refuse(Mark by, List<String> reasons, @Nullable String note) implements ApplicationCommand {}

    record RequestInformation(Mark by, List<Item> items) implements ApplicationCommand {}
}
