package io.tillgate.onboarding.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.onboarding.Application;
import io.tillgate.onboarding.ApplicationState.Approval;
import io.tillgate.onboarding.ApplicationState.Item;
import io.tillgate.onboarding.ApplicationState.Mark;
import io.tillgate.onboarding.domain.ApplicationCommand;
import io.tillgate.onboarding.usecase.MovingApplications.Move;
import io.tillgate.platform.audit.AuditEntry.Actor;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.ApplicationId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An underwriter approves, refuses, or asks for more. Pressed twice, or by two at once, it happens once. */
@ApplicationScoped
public class ReviewingApplications {
    private final TenantTransaction transactions;
    private final ReadingApplications reading;
    private final MovingApplications moving;
    private final ApplicationTerms.Source terms;
    private final Clock clock;

    ReviewingApplications(
            TenantTransaction transactions,
            ReadingApplications reading,
            MovingApplications moving,
            ApplicationTerms.Source terms,
            Clock clock) {
        this.transactions = transactions;
        this.reading = reading;
        this.moving = moving;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * Approves.
     *
     * @param feePlan null for the tenant's default
     */
    public Uni<Application> approve(Caller caller, ApplicationId id, @Nullable String feePlan) {
        String plan = feePlan == null ? terms.of(caller.tenant()).defaultFeePlan() : feePlan;
        return review(
                caller, id, "application.approve", new ApplicationCommand.Approve(new Approval(mark(caller), plan)));
    }

    public Uni<Application> refuse(Caller caller, ApplicationId id, List<String> reasons, @Nullable String note) {
        return review(caller, id, "application.refuse", new ApplicationCommand.Refuse(mark(caller), reasons, note));
    }

    public Uni<Application> requestInformation(Caller caller, ApplicationId id, List<Item> items) {
        return review(
                caller,
                id,
                "application.request-information",
                new ApplicationCommand.RequestInformation(mark(caller), items));
    }

    private Uni<Application> review(Caller caller, ApplicationId id, String action, ApplicationCommand command) {
        return transactions.records(
                Scope.tenant(caller.tenant()),
                tx -> reading.forChange(tx, caller, id)
                        .chain(known -> moving.move(tx, known, new Move(Actor.of(caller), action, command)))
                        .map(moved -> moved.known().application()));
    }

    private Mark mark(Caller caller) {
        return new Mark(caller.subject(), caller.username(), clock.instant());
    }
}
