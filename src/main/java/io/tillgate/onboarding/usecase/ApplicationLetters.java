package io.tillgate.onboarding.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.onboarding.Application;
import io.tillgate.onboarding.ApplicationForm.Contact;
import io.tillgate.onboarding.ApplicationState;
import io.tillgate.onboarding.ApplicationState.Item;
import io.tillgate.platform.mail.Mail;
import io.tillgate.platform.mail.MailMessage;
import io.tillgate.platform.persistence.Records;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Tells the applicant, in the applicant's language, where the application stands. */
@ApplicationScoped
class ApplicationLetters {
    private final Mail mail;
    private final OnboardingSettings settings;

    ApplicationLetters(Mail mail, OnboardingSettings settings) {
        this.mail = mail;
        this.settings = settings;
    }

    /** Nothing is sent for a draft or a withdrawal, or when no address is known. */
    Uni<Void> tell(Records tx, Known known) {
        Contact contact = known.form().contact();
        String template = template(known.application().state());
        if (template.isEmpty() || contact == null || contact.email() == null) {
            return Uni.createFrom().voidItem();
        }
        Application application = known.application();
        Locale language = application.applicant().language();
        Map<String, String> values = new HashMap<>();
        values.put("tenant", known.terms().name().apply(language));
        values.put(
                "contact",
                Objects.requireNonNullElse(
                        contact.name(), application.applicant().name()));
        values.put("business", Objects.requireNonNullElse(application.businessName(), ""));
        values.put("details", details(application.state(), language));
        values.put("link", settings.portal() + "/" + known.terms().slug());
        values.put("reference", application.id().toString());
        return mail.send(tx, new MailMessage(application.tenant(), contact.email(), language, template, values));
    }

    private static String template(ApplicationState state) {
        return switch (state) {
            case ApplicationState.Draft ignored -> "";
            case ApplicationState.Withdrawn ignored -> "";
            case ApplicationState.Submitted ignored -> "application-received";
            case ApplicationState.NeedsInformation ignored -> "application-needs-information";
            case ApplicationState.AwaitingAgreement ignored -> "application-awaiting-agreement";
            case ApplicationState.Approved ignored -> "application-approved";
            case ApplicationState.Refused ignored -> "application-refused";
        };
    }

    private static String details(ApplicationState state, Locale language) {
        return switch (state) {
            case ApplicationState.NeedsInformation needs -> lines(needs.items());
            case ApplicationState.Refused refused -> RefusalWords.of(refused.reasons(), language);
            case ApplicationState.Approved approved -> approved.approval().feePlan();
            case ApplicationState.AwaitingAgreement waiting ->
                waiting.approval().feePlan();
            case ApplicationState.Draft ignored -> "";
            case ApplicationState.Submitted ignored -> "";
            case ApplicationState.Withdrawn ignored -> "";
        };
    }

    private static String lines(List<Item> items) {
        return items.stream().map(item -> "- " + item.message()).collect(Collectors.joining("\n"));
    }
}
