package io.tillgate.onboarding.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.onboarding.AcceptedAgreement;
import io.tillgate.onboarding.Application;
import io.tillgate.onboarding.KeptCheck;
import io.tillgate.onboarding.store.PostgresAgreementStore;
import io.tillgate.onboarding.store.PostgresApplicationStore;
import io.tillgate.onboarding.store.PostgresApplicationStore.Filter;
import io.tillgate.onboarding.store.PostgresEvidenceStore;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.persistence.Records;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.ApplicationId;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Staff see every application of their tenant; everybody else sees their own, and another's looks like none. */
@ApplicationScoped
public class ReadingApplications {
    private final TenantTransaction transactions;
    private final PostgresApplicationStore applications;
    private final PostgresEvidenceStore evidence;
    private final PostgresAgreementStore agreements;
    private final ApplicationTerms.Source terms;

    ReadingApplications(
            TenantTransaction transactions,
            PostgresApplicationStore applications,
            PostgresEvidenceStore evidence,
            PostgresAgreementStore agreements,
            ApplicationTerms.Source terms) {
        this.transactions = transactions;
        this.applications = applications;
        this.evidence = evidence;
        this.agreements = agreements;
        this.terms = terms;
    }

    /**
     * An application as it stands.
     *
     * @param checks of its last submission; empty for the applicant
     */
    public record Standing(Known known, List<KeptCheck> checks) {}

    public Uni<Standing> get(Caller caller, ApplicationId id) {
        return transactions.records(
                Scope.tenant(caller.tenant()),
                tx -> applications
                        .find(tx, caller.tenant(), id)
                        .chain(found -> known(tx, visible(caller, found)))
                        .chain(known -> checks(tx, caller, known).map(checks -> new Standing(known, checks))));
    }

    public Uni<Page<Application>> list(Caller caller, Filter filter, PageRequest page) {
        Filter allowed = caller.isOfMerchant() ? new Filter(filter.state(), caller.subject(), filter.search()) : filter;
        return transactions.records(
                Scope.tenant(caller.tenant()), tx -> applications.list(tx, caller.tenant(), allowed, page));
    }

    public Uni<Map<ApplicationId, Integer>> looks(TenantId tenant, Collection<ApplicationId> ids) {
        return transactions.records(Scope.tenant(tenant), tx -> evidence.looks(tx, tenant, ids));
    }

    /** What a merchant's business accepted last, for its own people; of the application that it came from. */
    public Uni<Optional<AcceptedAgreement>> accepted(TenantId tenant, MerchantId merchant) {
        return transactions.records(Scope.tenant(tenant), tx -> agreements.last(tx, tenant, merchant));
    }

    /** Locked, for a command. */
    Uni<Known> forChange(Records tx, Caller caller, ApplicationId id) {
        return applications.locked(tx, caller.tenant(), id).chain(found -> known(tx, visible(caller, found)));
    }

    private Uni<Known> known(Records tx, Application application) {
        return applications
                .form(tx, application)
                .chain(form -> evidence.documents(tx, application)
                        .chain(documents -> agreements
                                .last(tx, application)
                                .map(accepted -> new Known(
                                        application,
                                        form,
                                        documents,
                                        terms.of(application.tenant()),
                                        accepted.orElse(null)))));
    }

    private Uni<List<KeptCheck>> checks(Records tx, Caller caller, Known known) {
        return caller.isOfMerchant() ? Uni.createFrom().item(List.of()) : evidence.checks(tx, known.application());
    }

    private static Application visible(Caller caller, Application application) {
        if (caller.isOfMerchant() && !application.applicant().subject().equals(caller.subject())) {
            throw new Refusal(CommonProblem.NOT_FOUND, "there is no such application");
        }
        return application;
    }
}
