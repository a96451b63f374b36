package io.tillgate.onboarding.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.tillgate.onboarding.Application;
import io.tillgate.onboarding.Application.Applicant;
import io.tillgate.onboarding.ApplicationState;
import io.tillgate.onboarding.ApplicationState.Approval;
import io.tillgate.onboarding.ApplicationState.Item;
import io.tillgate.onboarding.ApplicationState.Mark;
import io.tillgate.shared.ApplicationId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.TenantId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "application")
@IdClass(ApplicationKey.class)
class ApplicationRecord extends PanacheEntityBase {
    @Id
    private UUID tenantId;

    @Id
    private UUID id;

    @Version
    private int version;

    private String applicantSubject;
    private String applicantName;
    private String language;
    private @Nullable String businessName;
    private String state;
    private int submission;
    private @Nullable String stateBy;
    private @Nullable String stateByName;
    private @Nullable Instant stateAt;
    private @Nullable String feePlan;
    private @Nullable String reasons;
    private @Nullable String note;
    private @Nullable String items;
    private @Nullable String acceptedVersion;
    private @Nullable UUID merchant;
    private Instant createdAt;
    private Instant updatedAt;

    ApplicationRecord() {}

    static ApplicationRecord of(Application application) {
        ApplicationRecord row = new ApplicationRecord();
        row.tenantId = application.tenant().value();
        row.id = application.id().value();
        row.applicantSubject = application.applicant().subject();
        row.applicantName = application.applicant().name();
        row.createdAt = application.createdAt();
        row.apply(application);
        return row;
    }

    void apply(Application application) {
        language = application.applicant().language().getLanguage();
        businessName = application.businessName();
        acceptedVersion = application.acceptedVersion();
        merchant =
                application.merchant() == null ? null : application.merchant().value();
        updatedAt = application.updatedAt();
        apply(application.state());
    }

    private void apply(ApplicationState next) {
        state = next.word();
        submission = next.submissions();
        switch (next) {
            case ApplicationState.Draft ignored -> stateAt = null;
            case ApplicationState.Submitted submitted -> stateAt = submitted.at();
            case ApplicationState.Withdrawn withdrawn -> stateAt = withdrawn.at();
            case ApplicationState.NeedsInformation needs -> {
                by(needs.by());
                items = json(needs.items());
            }
            case ApplicationState.AwaitingAgreement waiting -> approved(waiting.approval());
            case ApplicationState.Approved approved -> approved(approved.approval());
            case ApplicationState.Refused refused -> {
                by(refused.by());
                reasons = String.join(",", refused.reasons());
                note = refused.note();
            }
        }
    }

    private void approved(Approval approval) {
        by(approval.by());
        feePlan = approval.feePlan();
    }

    private void by(Mark mark) {
        stateBy = mark.subject();
        stateByName = mark.name();
        stateAt = mark.at();
    }

    Application toApplication() {
        return new Application(
                new TenantId(tenantId),
                new ApplicationId(id),
                version,
                new Applicant(applicantSubject, applicantName, Locale.of(language)),
                businessName,
                toState(),
                acceptedVersion,
                merchant == null ? null : new MerchantId(merchant),
                createdAt,
                updatedAt);
    }

    private ApplicationState toState() {
        return switch (state) {
            case "draft" -> new ApplicationState.Draft();
            case "submitted" -> new ApplicationState.Submitted(submission, at());
            case "withdrawn" -> new ApplicationState.Withdrawn(submission, at());
            case "needs-information" -> new ApplicationState.NeedsInformation(submission, mark(), items());
            case "awaiting-agreement" -> new ApplicationState.AwaitingAgreement(submission, approval());
            case "approved" -> new ApplicationState.Approved(submission, approval());
            case "refused" ->
                new ApplicationState.Refused(
                        submission,
                        mark(),
                        List.of(Objects.requireNonNull(reasons).split(",", -1)),
                        note);
            default -> throw new IllegalStateException("an application in no known state");
        };
    }

    private Approval approval() {
        return new Approval(mark(), Objects.requireNonNull(feePlan));
    }

    private Mark mark() {
        return new Mark(Objects.requireNonNull(stateBy), Objects.requireNonNull(stateByName), at());
    }

    private Instant at() {
        return Objects.requireNonNull(stateAt);
    }

    private List<Item> items() {
        List<Item> read = new ArrayList<>();
        JsonArray array = new JsonArray(Objects.requireNonNull(items));
        for (int i = 0; i < array.size(); i++) {
            JsonObject item = array.getJsonObject(i);
            read.add(new Item(item.getString("path"), item.getString("code"), item.getString("message")));
        }
        return read;
    }

    private static String json(List<Item> items) {
        JsonArray array = new JsonArray();
        items.forEach(item -> array.add(new JsonObject()
                .put("path", item.path())
                .put("code", item.code())
                .put("message", item.message())));
        return array.encode();
    }
}
