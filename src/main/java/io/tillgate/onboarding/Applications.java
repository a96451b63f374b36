package io.tillgate.onboarding;

import io.smallrye.mutiny.Uni;
import io.tillgate.onboarding.ApplicationStanding.Agreement;
import io.tillgate.onboarding.ApplicationState.Item;
import io.tillgate.onboarding.store.PostgresApplicationStore.Filter;
import io.tillgate.onboarding.usecase.FillingInApplications;
import io.tillgate.onboarding.usecase.InvitingApplicants;
import io.tillgate.onboarding.usecase.KeepingDocuments;
import io.tillgate.onboarding.usecase.Known;
import io.tillgate.onboarding.usecase.ReadingApplications;
import io.tillgate.onboarding.usecase.ReadingApplications.Standing;
import io.tillgate.onboarding.usecase.ReviewingApplications;
import io.tillgate.onboarding.usecase.SubmittingApplications;
import io.tillgate.platform.files.Files.OpenedFile;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.http.Versions;
import io.tillgate.platform.identity.Caller;
import io.tillgate.shared.ApplicationId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.TenantId;
import io.tillgate.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The front door. Staff see every application of their tenant, applicants their own; another's looks like none. Whether a role
 * may do something is asked at the transport.
 */
@ApplicationScoped
public class Applications {
    private final FillingInApplications filling;
    private final SubmittingApplications submitting;
    private final ReviewingApplications reviewing;
    private final ReadingApplications reading;
    private final KeepingDocuments keeping;
    private final InvitingApplicants inviting;
    private final Tenants tenants;
    private final Clock clock;

    Applications(
            FillingInApplications filling,
            SubmittingApplications submitting,
            ReviewingApplications reviewing,
            ReadingApplications reading,
            KeepingDocuments keeping,
            InvitingApplicants inviting,
            Tenants tenants,
            Clock clock) {
        this.filling = filling;
        this.submitting = submitting;
        this.reviewing = reviewing;
        this.reading = reading;
        this.keeping = keeping;
        this.inviting = inviting;
        this.tenants = tenants;
        this.clock = clock;
    }

    /**
     * Oldest first.
     *
     * @param state one of {@link ApplicationState#word}; null for all
     * @param search part of the business name
     */
    public Uni<Page<Application>> list(
            Caller caller, @Nullable String state, @Nullable String search, PageRequest page) {
        return reading.list(caller, new Filter(state, null, search), page);
    }

    /** How many checks of the last submission a person should look at, for each that has any; for lists of the acquirer's staff. */
    public Uni<Map<ApplicationId, Integer>> looks(TenantId tenant, Collection<ApplicationId> ids) {
        return reading.looks(tenant, ids);
    }

    public Uni<ApplicationStanding> get(Caller caller, ApplicationId id) {
        return reading.get(caller, id).map(standing -> standing(caller, standing));
    }

    public Uni<Application> start(Caller caller, ApplicationForm form) {
        return filling.start(caller, form);
    }

    /**
     * Replaces the whole form.
     *
     * @param version the one that was read
     */
    public Uni<Application> save(Caller caller, ApplicationId id, int version, ApplicationForm form) {
        return filling.save(caller, id, Versions.etag(version), form);
    }

    public Uni<Application> submit(Caller caller, ApplicationId id) {
        return submitting.submit(caller, id);
    }

    public Uni<Application> withdraw(Caller caller, ApplicationId id) {
        return submitting.withdraw(caller, id);
    }

    /** What was read is kept with the application, in the same commit. */
    public Uni<Application> accept(Caller caller, ApplicationId id, AgreementRead read) {
        return submitting.accept(caller, id, read);
    }

    /** What a merchant accepted when it became one, or later; empty for merchants without an application. */
    public Uni<Optional<AcceptedAgreement>> accepted(TenantId tenant, MerchantId merchant) {
        return reading.accepted(tenant, merchant);
    }

    /** @param feePlan null for the tenant's own choice */
    public Uni<Application> approve(Caller caller, ApplicationId id, @Nullable String feePlan) {
        return reviewing.approve(caller, id, feePlan);
    }

    public Uni<Application> refuse(Caller caller, ApplicationId id, List<String> reasons, @Nullable String note) {
        return reviewing.refuse(caller, id, reasons, note);
    }

    public Uni<Application> requestInformation(Caller caller, ApplicationId id, List<Item> items) {
        return reviewing.requestInformation(caller, id, items);
    }

    /** @param contentType without parameters; what a file is, its first bytes say */
    public Uni<Document> addDocument(Caller caller, ApplicationId id, String name, String contentType, byte[] bytes) {
        return keeping.add(caller, id, new KeepingDocuments.Upload(name, contentType, bytes));
    }

    public Uni<OpenedFile> document(Caller caller, ApplicationId id, UUID document) {
        return keeping.open(caller, id, document);
    }

    /** Lets the person in as an owner of no merchant yet, and sends a letter. */
    public Uni<Void> invite(Caller caller, String email, String name, Locale language) {
        return inviting.invite(caller, new InvitingApplicants.Invitation(email, name, language));
    }

    private ApplicationStanding standing(Caller caller, Standing standing) {
        Known known = standing.known();
        var terms = known.terms();
        return new ApplicationStanding(
                known.application(),
                known.form(),
                known.documents(),
                new Agreement(
                        known.agreement(Locale.ENGLISH),
                        known.agreement(Locale.CHINESE),
                        known.accepted(),
                        known.isAgreed(),
                        terms.defaultFeePlan(),
                        terms.feePlans().stream().sorted().toList(),
                        terms.currency()),
                known.open(tenants.businessDate(caller.tenant(), clock.instant())),
                standing.checks());
    }
}
