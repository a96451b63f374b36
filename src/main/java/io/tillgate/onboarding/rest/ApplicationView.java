package io.tillgate.onboarding.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillgate.onboarding.AcceptedAgreement;
import io.tillgate.onboarding.AgreementText;
import io.tillgate.onboarding.Application;
import io.tillgate.onboarding.ApplicationForm;
import io.tillgate.onboarding.ApplicationState;
import io.tillgate.onboarding.ApplicationState.Item;
import io.tillgate.onboarding.ApplicationState.Mark;
import io.tillgate.onboarding.Document;
import io.tillgate.onboarding.KeptCheck;
import io.tillgate.onboarding.usecase.Known;
import io.tillgate.onboarding.usecase.ReadingApplications.Standing;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application as the API shows it.
 *
 * @param checks of the last submission, for staff only: evidence, not a decision
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApplicationView(
        ApplicationSummary application,
        ApplicationForm form,
        List<DocumentView> documents,
        Agreement agreement,
        @Nullable Verdict verdict,
        List<KeptCheck> checks) {
    /**
     * The text to accept, and the one accepted last.
     *
     * @param sha256 of the text in the applicant's language
     * @param accepted whether what was accepted last is the text that would be accepted now
     * @param acceptedSha256 absent for one accepted before texts were kept
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Agreement(
            String key,
            String version,
            String sha256,
            boolean accepted,
            @Nullable String acceptedVersion,
            @Nullable String acceptedSha256,
            @Nullable String acceptedBy,
            @Nullable Instant acceptedAt) {
        static Agreement of(Known known) {
            AgreementText text = known.agreement(known.application().applicant().language());
            AcceptedAgreement last = known.accepted();
            AgreementText kept = last == null ? null : last.text();
            return new Agreement(
                    text.key(),
                    text.version(),
                    text.sha256(),
                    known.isAgreed(),
                    known.application().acceptedVersion(),
                    kept == null ? null : kept.sha256(),
                    last == null ? null : last.by().name(),
                    last == null ? null : last.by().at());
        }
    }

    /** A document, without its bytes. */
    public record DocumentView(UUID id, String name, String contentType, int sizeBytes, Instant uploadedAt) {
        static DocumentView of(Document document) {
            return new DocumentView(
                    document.id(),
                    document.name(),
                    document.contentType(),
                    document.sizeBytes(),
                    document.uploadedAt());
        }
    }

    /** What the reviewer said last. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Verdict(
            String by,
            Instant at,
            @Nullable String feePlan,
            @Nullable List<Item> items,
            @Nullable List<String> reasons,
            @Nullable String note) {}

    static ApplicationView of(Standing standing) {
        Known known = standing.known();
        Application application = known.application();
        return new ApplicationView(
                ApplicationSummary.of(application),
                known.form(),
                known.documents().stream().map(DocumentView::of).toList(),
                Agreement.of(known),
                verdict(application.state()),
                standing.checks());
    }

    private static @Nullable Verdict verdict(ApplicationState state) {
        return switch (state) {
            case ApplicationState.Draft ignored -> null;
            case ApplicationState.Submitted ignored -> null;
            case ApplicationState.Withdrawn ignored -> null;
            case ApplicationState.NeedsInformation needs -> verdict(needs.by(), null, needs.items());
            case ApplicationState.AwaitingAgreement waiting ->
                verdict(waiting.approval().by(), waiting.approval().feePlan(), null);
            case ApplicationState.Approved approved ->
                verdict(approved.approval().by(), approved.approval().feePlan(), null);
            case ApplicationState.Refused refused ->
                new Verdict(refused.by().name(), refused.by().at(), null, null, refused.reasons(), refused.note());
        };
    }

    private static Verdict verdict(Mark by, @Nullable String feePlan, @Nullable List<Item> items) {
        return new Verdict(by.name(), by.at(), feePlan, items, null, null);
    }
}
