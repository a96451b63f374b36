package io.tillgate.onboarding.usecase;

import io.tillgate.onboarding.AcceptedAgreement;
import io.tillgate.onboarding.AgreementText;
import io.tillgate.onboarding.Application;
import io.tillgate.onboarding.ApplicationForm;
import io.tillgate.onboarding.ApplicationState.Approved;
import io.tillgate.onboarding.ApplicationState.AwaitingAgreement;
import io.tillgate.onboarding.Document;
import io.tillgate.onboarding.domain.ApplicationDecision.Agreed;
import io.tillgate.onboarding.domain.ApplicationDecision.Facts;
import io.tillgate.onboarding.domain.FormRules;
import io.tillgate.shared.Refusal.Violation;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An application with all that a decision about it needs.
 *
 * @param accepted the agreement accepted last
 */
public record Known(
        Application application,
        ApplicationForm form,
        List<Document> documents,
        ApplicationTerms terms,
        @Nullable AcceptedAgreement accepted) {
    /** What a submission on this day would still lack. */
    public List<Violation> open(LocalDate today) {
        return FormRules.violations(
                form,
                new FormRules.Terms(today, terms.currency().getCurrencyCode(), terms.accepts(), documents.size()));
    }

    /** The agreement as it would be accepted now. */
    public AgreementText agreement(Locale language) {
        return agreement(plan(), language);
    }

    /** Whether what was accepted last is what would be accepted now. */
    public boolean isAgreed() {
        return covers(plan());
    }

    Facts facts(LocalDate today) {
        AgreementText text = accepted == null ? null : accepted.text();
        return new Facts(
                application.applicant().subject(),
                open(today),
                new Agreed(text == null ? null : text.sha256(), this::covers),
                terms.agreement().version(),
                terms.feePlans());
    }

    Known with(Application changed) {
        return new Known(changed, form, documents, terms, accepted);
    }

    /** The approval's, or before it the tenant's choice. */
    private String plan() {
        return switch (application.state()) {
            case AwaitingAgreement waiting -> waiting.approval().feePlan();
            case Approved approved -> approved.approval().feePlan();
            default -> terms.defaultFeePlan();
        };
    }

    /** An agreement from before texts were kept counts by its version. */
    private boolean covers(String plan) {
        if (accepted == null || !accepted.version().equals(terms.agreement().version())) {
            return false;
        }
        AgreementText text = accepted.text();
        return text == null
                || text.sha256().equals(agreement(plan, text.language()).sha256());
    }

    private AgreementText agreement(String plan, Locale language) {
        return terms.agreement().of(form.business(), plan, language);
    }
}
