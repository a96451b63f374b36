package io.tillgate.onboarding.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.onboarding.AgreementRead;
import io.tillgate.onboarding.AgreementText;
import io.tillgate.onboarding.Application;
import io.tillgate.onboarding.ApplicationState.Acceptance;
import io.tillgate.onboarding.ApplicationState.Mark;
import io.tillgate.onboarding.domain.ApplicationCommand;
import io.tillgate.onboarding.domain.AutomaticChecks;
import io.tillgate.onboarding.domain.Fingerprint;
import io.tillgate.onboarding.domain.SanctionsList;
import io.tillgate.onboarding.store.PostgresAgreementStore;
import io.tillgate.onboarding.store.PostgresEvidenceStore;
import io.tillgate.onboarding.store.SanctionsLists;
import io.tillgate.onboarding.usecase.MovingApplications.Move;
import io.tillgate.onboarding.usecase.MovingApplications.Moved;
import io.tillgate.platform.audit.AuditEntry.Actor;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.persistence.Records;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.ApplicationId;
import io.tillgate.tenancy.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/** The applicant hands the application in, accepts the agreement, or takes the application back. */
@ApplicationScoped
public class SubmittingApplications {
    private final TenantTransaction transactions;
    private final ReadingApplications reading;
    private final MovingApplications moving;
    private final PostgresEvidenceStore evidence;
    private final PostgresAgreementStore agreements;
    private final SanctionsLists sanctions;
    private final BusinessClock clock;

    SubmittingApplications(
            TenantTransaction transactions,
            ReadingApplications reading,
            MovingApplications moving,
            PostgresEvidenceStore evidence,
            PostgresAgreementStore agreements,
            SanctionsLists sanctions,
            BusinessClock clock) {
        this.transactions = transactions;
        this.reading = reading;
        this.moving = moving;
        this.evidence = evidence;
        this.agreements = agreements;
        this.sanctions = sanctions;
        this.clock = clock;
    }

    /** Checks run in the same transaction; what they find is kept and decides nothing. */
    public Uni<Application> submit(Caller caller, ApplicationId id) {
        Move move = new Move(
                Actor.of(caller), "application.submit", new ApplicationCommand.Submit(clock.now(caller.tenant())));
        return sanctions
                .current()
                .chain(list -> transactions.records(
                        Scope.tenant(caller.tenant()),
                        tx -> reading.forChange(tx, caller, id)
                                .chain(known -> moving.move(tx, known, move))
                                .call(moved -> moved.changed()
                                        ? check(tx, moved, list)
                                        : Uni.createFrom().voidItem())
                                .map(moved -> moved.known().application())));
    }

    public Uni<Application> withdraw(Caller caller, ApplicationId id) {
        Move move = new Move(
                Actor.of(caller), "application.withdraw", new ApplicationCommand.Withdraw(clock.now(caller.tenant())));
        return transactions.records(
                Scope.tenant(caller.tenant()),
                tx -> reading.forChange(tx, caller, id)
                        .chain(known -> moving.move(tx, known, move))
                        .map(moved -> moved.known().application()));
    }

    /**
     * Of the text the applicant read, which is kept with it; makes the merchant at once if the application waited only for
     * this.
     */
    public Uni<Application> accept(Caller caller, ApplicationId id, AgreementRead read) {
        Acceptance acceptance = new Acceptance(
                read.version(), new Mark(caller.subject(), caller.username(), clock.now(caller.tenant())));
        return transactions.records(
                Scope.tenant(caller.tenant()),
                tx -> reading.forChange(tx, caller, id)
                        .chain(known -> accept(tx, caller, known, read, acceptance))
                        .map(moved -> moved.known().application()));
    }

    private Uni<Moved> accept(Records tx, Caller caller, Known known, AgreementRead read, Acceptance acceptance) {
        AgreementText text = known.agreement(Objects.requireNonNullElse(
                read.language(), known.application().applicant().language()));
        Move move = new Move(
                Actor.of(caller),
                "application.accept-agreement",
                new ApplicationCommand.AcceptAgreement(acceptance, read.sha256(), text.sha256()),
                application -> application.agreed(read.version()));
        return moving.move(tx, known, move)
                .call(moved -> moved.changed()
                        ? agreements.add(tx, moved.known().application(), acceptance.by(), text, caller.source())
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> check(Records tx, Moved moved, SanctionsList list) {
        Known known = moved.known();
        return evidence.fingerprint(tx, known.application(), Fingerprint.of(known.form()))
                .map(same -> AutomaticChecks.run(known.form(), list.index(), same))
                .chain(results -> evidence.addChecks(tx, known.application(), results, list));
    }
}
