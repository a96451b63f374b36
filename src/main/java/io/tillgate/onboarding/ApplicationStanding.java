package io.tillgate.onboarding;

import io.tillgate.shared.Refusal.Violation;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
     * @param english the text as it would be accepted now
     * @param chinese the same in Chinese
     * @param accepted the one accepted last
     * @param isAccepted whether what was accepted last is the text that would be accepted now
     * @param currency in which the tenant's merchants trade
     */
    public record Agreement(
            AgreementText english,
            AgreementText chinese,
            @Nullable AcceptedAgreement accepted,
            boolean isAccepted,
            String defaultFeePlan,
            List<String> feePlans,
            Currency currency) {
        public Agreement {
            feePlans = List.copyOf(feePlans);
        }

        public String version() {
            return english.version();
        }

        public AgreementText in(Locale language) {
            return language.getLanguage().equals("zh") ? chinese : english;
        }
    }
}
