package io.tillgate.onboarding;

import io.tillgate.shared.Refusal.Violation;
import java.util.Currency;
import java.util.List;

/**
 * An application with what people see beside it.
 *
 * @param missing what a submission today would still lack or have wrong, each with a JSON pointer into the form
 * @param checks of the last submission; empty for the applicant
 */
public record ApplicationStanding(
        Application application,
        ApplicationForm form,
        List<Document> documents,
        Agreement agreement,
        List<Violation> missing,
        List<KeptCheck> checks) {
    public ApplicationStanding {
        documents = List.copyOf(documents);
        missing = List.copyOf(missing);
        checks = List.copyOf(checks);
    }

    /**
     * What is agreed to, and at which prices.
     *
     * @param currency in which the tenant's merchants trade
     */
    public record Agreement(
            String key, String version, String defaultFeePlan, List<String> feePlans, Currency currency) {
        public Agreement {
            feePlans = List.copyOf(feePlans);
        }
    }
}
