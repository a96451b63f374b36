package io.tillgate.onboarding.usecase;

import io.tillgate.onboarding.Application;
import io.tillgate.onboarding.ApplicationForm;
import io.tillgate.onboarding.Document;
import io.tillgate.onboarding.domain.ApplicationDecision.Facts;
import io.tillgate.onboarding.domain.FormRules;
import io.tillgate.shared.Refusal.Violation;
import java.time.LocalDate;
import java.util.List;

/** An application with all that a decision about it needs. */
public record Known(Application application, ApplicationForm form, List<Document> documents, ApplicationTerms terms) {
    /** What a submission on this day would still lack. */
    public List<Violation> open(LocalDate today) {
        return FormRules.violations(
                form,
                new FormRules.Terms(today, terms.currency().getCurrencyCode(), terms.accepts(), documents.size()));
    }

    Facts facts(LocalDate today) {
        return new Facts(
                application.applicant().subject(),
                open(today),
                application.acceptedVersion(),
                terms.agreementVersion(),
                terms.feePlans());
    }

    Known with(Application changed) {
        return new Known(changed, form, documents, terms);
    }
}
