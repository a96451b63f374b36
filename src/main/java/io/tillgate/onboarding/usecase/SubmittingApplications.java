package io.tillgate.onboarding.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.onboarding.Application;
import io.tillgate.onboarding.ApplicationState.Acceptance;
import io.tillgate.onboarding.ApplicationState.Mark;
import io.tillgate.onboarding.domain.ApplicationCommand;
import io.tillgate.onboarding.domain.AutomaticChecks;
import io.tillgate.onboarding.domain.Fingerprint;
import io.tillgate.onboarding.domain.SanctionsList;
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
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** The applicant hands the application in, accepts the agreement, or takes the application back. */
@ApplicationScoped
public class SubmittingApplications {
    private final TenantTransaction transactions;
    private final ReadingApplications reading;
    private final MovingApplications moving;
    private final PostgresEvidenceStore evidence;
    private final SanctionsLists sanctions;
    private final Clock clock;

    SubmittingApplications(
            TenantTransaction transactions,
            ReadingApplications reading,
            MovingApplications moving,
            PostgresEvidenceStore evidence,
            SanctionsLists sanctions,
            Clock clock) {
        this.transactions = transactions;
        this.reading = reading;
        this.moving = moving;
        this.evidence = evidence;
        this.sanctions = sanctions;
        this.clock = clock;
    }

    /** Checks run in the same transaction; what they find is kept and decides nothing. */
    public Uni<Application> submit(Caller caller, ApplicationId id) {
        Move move = new Move(Actor.of(caller), "application.submit", new ApplicationCommand.Submit(clock.instant()));
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
        Move move =
                new Move(Actor.of(caller), "application.withdraw", new ApplicationCommand.Withdraw(clock.instant()));
        return transactions.records(
                Scope.tenant(caller.tenant()),
                tx -> reading.forChange(tx, caller, id)
                        .chain(known -> moving.move(tx, known, move))
                        .map(moved -> moved.known().application()));
    }

    /** Of the version the applicant read; makes the merchant at once if the application waited only for this. */
    public Uni<Application> accept(Caller caller, ApplicationId id, String version) {
        Acceptance acceptance = new Acceptance(version, new Mark(caller.subject(), caller.username(), clock.instant()));
        Move move = new Move(
                Actor.of(caller),
                "application.accept-agreement",
                new ApplicationCommand.AcceptAgreement(acceptance),
                application -> application.agreed(version));
        return transactions.records(
                Scope.tenant(caller.tenant()),
                tx -> reading.forChange(tx, caller, id)
                        .chain(known -> moving.move(tx, known, move))
                        .call(moved -> moved.changed()
                                ? evidence.accepted(
                                        tx,
                                        moved.known().application(),
                                        moved.known().terms().agreement(),
                                        acceptance,
                                        caller.source())
                                : Uni.createFrom().voidItem())
                        .map(moved -> moved.known().application()));
    }

    private Uni<Void> check(Records tx, Moved moved, SanctionsList list) {
        Known known = moved.known();
        return evidence.fingerprint(tx, known.application(), Fingerprint.of(known.form()))
                .map(same -> AutomaticChecks.run(known.form(), list.index(), same))
                .chain(results -> evidence.addChecks(tx, known.application(), results, list));
    }
}
