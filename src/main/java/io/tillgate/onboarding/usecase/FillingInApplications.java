package io.tillgate.onboarding.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.onboarding.Application;
import io.tillgate.onboarding.Application.Applicant;
import io.tillgate.onboarding.ApplicationForm;
import io.tillgate.onboarding.ApplicationForm.Business;
import io.tillgate.onboarding.ApplicationForm.Contact;
import io.tillgate.onboarding.ApplicationState;
import io.tillgate.onboarding.OnboardingProblem;
import io.tillgate.onboarding.domain.ApplicationCommand;
import io.tillgate.onboarding.domain.FormLimits;
import io.tillgate.onboarding.store.PostgresApplicationStore;
import io.tillgate.onboarding.usecase.MovingApplications.Move;
import io.tillgate.platform.Ids;
import io.tillgate.platform.audit.Audit;
import io.tillgate.platform.audit.AuditEntry.Actor;
import io.tillgate.platform.http.Versions;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.persistence.Records;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.ApplicationId;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.Refusal.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The applicant starts an application and fills it in, as often as it takes. */
@ApplicationScoped
public class FillingInApplications {
    private final TenantTransaction transactions;
    private final ReadingApplications reading;
    private final MovingApplications moving;
    private final PostgresApplicationStore applications;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    FillingInApplications(
            TenantTransaction transactions,
            ReadingApplications reading,
            MovingApplications moving,
            PostgresApplicationStore applications,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.transactions = transactions;
        this.reading = reading;
        this.moving = moving;
        this.applications = applications;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    public Uni<Application> start(Caller caller, ApplicationForm form) {
        refuseTooLong(form);
        Instant now = clock.instant();
        Application draft = new Application(
                caller.tenant(),
                new ApplicationId(ids.next()),
                0,
                new Applicant(caller.subject(), caller.username(), language(form)),
                businessName(form),
                new ApplicationState.Draft(),
                null,
                null,
                now,
                now);
        Move move = new Move(Actor.of(caller), "application.start", new ApplicationCommand.Edit());
        return transactions.records(
                Scope.tenant(caller.tenant()),
                tx -> refuseSecond(tx, caller)
                        .chain(() -> applications.insert(tx, draft, form))
                        .call(made -> audit.record(tx, MovingApplications.entry(move, draft, made))));
    }

    public Uni<Application> save(Caller caller, ApplicationId id, @Nullable String ifMatch, ApplicationForm form) {
        refuseTooLong(form);
        Move move = new Move(
                Actor.of(caller),
                "application.edit",
                new ApplicationCommand.Edit(),
                application -> renamed(application, form));
        return transactions.records(
                Scope.tenant(caller.tenant()),
                tx -> reading.forChange(tx, caller, id)
                        .invoke(known ->
                                Versions.expect(ifMatch, known.application().version()))
                        .chain(known -> moving.move(tx, known, move))
                        .call(moved -> applications.saveForm(tx, moved.known().application(), form))
                        .map(moved -> moved.known().application()));
    }

    private Uni<Void> refuseSecond(Records tx, Caller caller) {
        return applications
                .openOf(tx, caller.tenant(), caller.subject())
                .invoke(open -> {
                    if (open.isPresent() || caller.merchant() != null) {
                        throw new Refusal(
                                OnboardingProblem.ALREADY_APPLIED, "you have an application or a merchant already");
                    }
                })
                .replaceWithVoid();
    }

    private Application renamed(Application application, ApplicationForm form) {
        Applicant before = application.applicant();
        return new Application(
                application.tenant(),
                application.id(),
                application.version(),
                new Applicant(before.subject(), before.name(), language(form)),
                businessName(form),
                application.state(),
                application.acceptedVersion(),
                application.merchant(),
                application.createdAt(),
                clock.instant());
    }

    private static @Nullable String businessName(ApplicationForm form) {
        Business business = form.business();
        if (business == null) {
            return null;
        }
        return business.tradingName() == null ? business.legalName() : business.tradingName();
    }

    private static Locale language(ApplicationForm form) {
        Contact contact = form.contact();
        return contact != null && "zh".equals(contact.language()) ? Locale.CHINESE : Locale.ENGLISH;
    }

    private static void refuseTooLong(ApplicationForm form) {
        List<Violation> violations = FormLimits.violations(form);
        if (!violations.isEmpty()) {
            throw new Refusal(CommonProblem.VALIDATION, "some things cannot be kept", violations);
        }
    }
}
