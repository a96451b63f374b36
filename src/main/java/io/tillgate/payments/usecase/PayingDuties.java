package io.tillgate.payments.usecase;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tillgate.payments.store.DutyStore;
import io.tillgate.payments.store.DutyStore.OwedDuty;
import io.tillgate.payments.store.PaymentStore;
import io.tillgate.payments.store.StoredPayment;
import io.tillgate.payments.usecase.CardHostPort.Mark;
import io.tillgate.payments.usecase.CardHostPort.OriginalMessage;
import io.tillgate.payments.usecase.CardHostPort.Purpose;
import io.tillgate.payments.usecase.CardHostPort.Question;
import io.tillgate.payments.usecase.CardHostPort.Reply;
import io.tillgate.platform.jobs.Jobs;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.shared.PaymentId;
import io.tillgate.tenancy.Tenant;
import io.tillgate.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends reversals until they are answered, and advices until they are. Never blocks a till and never expires in silence:
 * after the last attempt, or a final no of the host, a person has to look.
 */
@ApplicationScoped
class PayingDuties {
    private static final Logger LOG = Logger.getLogger(PayingDuties.class);
    private static final Duration EVERY = Duration.ofMillis(500);
    private static final Duration PAUSE_MAX = Duration.ofMinutes(5);
    private static final int ROUNDS_MAX = 100;

    /** Field 39: the host cannot now (91, 96) or asks to hear it again (19). */
    private static final Set<String> TRY_AGAIN = Set.of("19", "91", "96");

    /** The host has the reversal already: nothing is charged, which is what was wanted. */
    private static final Set<String> SETTLED = Set.of("00", "10", "94");

    /** The host knows no such message: as good as settled, unless it approved that message before. */
    private static final Set<String> UNKNOWN_THERE = Set.of("12", "25");

    private final DutyStore duties;
    private final PaymentStore payments;
    private final CardHostPort hosts;
    private final CardVault vault;
    private final TraceNumbers traces;
    private final Tenants tenants;
    private final Jobs jobs;
    private final PaymentsConfig config;

    PayingDuties(
            DutyStore duties,
            PaymentStore payments,
            CardHostPort hosts,
            CardVault vault,
            TraceNumbers traces,
            Tenants tenants,
            Jobs jobs,
            PaymentsConfig config) {
        this.duties = duties;
        this.payments = payments;
        this.hosts = hosts;
        this.vault = vault;
        this.traces = traces;
        this.tenants = tenants;
        this.jobs = jobs;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        jobs.everyOnEachReplica("host-duties", EVERY, this::round);
    }

    Uni<Void> round() {
        List<Tenant> all = tenants.all();
        return all.isEmpty()
                ? Uni.createFrom().voidItem()
                : round(Scope.tenants(all.stream().map(Tenant::id).toList()), ROUNDS_MAX);
    }

    /** All that were claimed are asked at once, so that no claim ends before its duty is asked; a full load means more. */
    private Uni<Void> round(Scope scope, int roundsLeft) {
        return duties.claim(scope)
                .chain(owed -> Multi.createFrom()
                        .iterable(owed)
                        .onItem()
                        .transformToUni(this::tryToPay)
                        .merge(DutyStore.CLAIM_MAX)
                        .collect()
                        .last()
                        .chain(() -> owed.size() < DutyStore.CLAIM_MAX || roundsLeft == 0
                                ? Uni.createFrom().voidItem()
                                : round(scope, roundsLeft - 1)));
    }

    /** One that cannot even be asked does not hold up the others; its claim ends by itself, and its attempt counts. */
    private Uni<Void> tryToPay(OwedDuty duty) {
        return Uni.createFrom()
                .deferred(() -> pay(duty))
                .onFailure()
                .recoverWithUni(fault -> {
                    LOG.errorf("the %s of payment %s could not be sent: %s", duty.kind(), duty.payment(), fault);
                    return duty.attempts() >= config.dutyAttemptsMax()
                            ? abandon(duty, null)
                            : Uni.createFrom().voidItem();
                })
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> pay(OwedDuty duty) {
        return payment(duty, duty.payment())
                .chain(payment -> (duty.kind().equals("reverse") ? reversal(duty, payment) : repeat(duty, payment))
                        .chain(question -> hosts.ask(duty.tenant(), question))
                        .chain(reply -> settle(duty, payment, reply)));
    }

    private Uni<StoredPayment> payment(OwedDuty duty, PaymentId id) {
        return payments.byId(Scope.tenant(duty.tenant()), duty.tenant().value(), id)
                .map(Optional::orElseThrow);
    }

    private Uni<Question> reversal(OwedDuty duty, StoredPayment payment) {
        return traces.next()
                .map(mark -> question(
                        Purpose.REVERSAL, payment, mark, Replies.original(payment, duty.reason(), duty.attempts())));
    }

    private Uni<Question> repeat(OwedDuty duty, StoredPayment payment) {
        return payment(duty, Objects.requireNonNull(payment.original()).id()).map(sale -> repeat(payment, sale));
    }

    /** The same message again, under its first trace number and time: under new ones it would be a second refund. */
    Question repeat(StoredPayment advice, StoredPayment sale) {
        Mark first = new Mark(advice.mark().trace(), advice.mark().transmittedAt());
        return question(Replies.purpose(advice.view().kind()), advice, first, Replies.original(sale, "refund", 1));
    }

    private Uni<Void> settle(OwedDuty duty, StoredPayment payment, Reply reply) {
        return switch (reply) {
            case Reply.Approved approved -> duties.end(duty, "answered", approved.responseCode());
            case Reply.Declined declined -> declined(duty, payment, declined.responseCode());
            case Reply.NotSent notSent -> again(duty, null);
            case Reply.Nothing nothing -> again(duty, null);
        };
    }

    private Uni<Void> declined(OwedDuty duty, StoredPayment payment, String responseCode) {
        boolean neverApproved = payment.view().state().equals("not-taken");
        boolean settled = SETTLED.contains(responseCode) || (neverApproved && UNKNOWN_THERE.contains(responseCode));
        if (duty.kind().equals("reverse") && settled) {
            return duties.end(duty, "answered", responseCode);
        }
        return TRY_AGAIN.contains(responseCode) ? again(duty, responseCode) : abandon(duty, responseCode);
    }

    private Uni<Void> again(OwedDuty duty, @Nullable String responseCode) {
        if (duty.attempts() >= config.dutyAttemptsMax()) {
            return abandon(duty, responseCode);
        }
        Duration pause = Duration.ofSeconds(1L << Math.min(duty.attempts() - 1, 9));
        return duties.again(duty, pause.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : pause, responseCode);
    }

    private Uni<Void> abandon(OwedDuty duty, @Nullable String responseCode) {
        LOG.errorf(
                "the host did not take the %s of payment %s after %d attempts (last answer %s): a person has to look",
                duty.kind(), duty.payment(), duty.attempts(), responseCode);
        return duties.end(duty, "abandoned", responseCode);
    }

    private Question question(Purpose purpose, StoredPayment payment, Mark mark, OriginalMessage original) {
        var station = payment.station();
        return new Question(
                purpose,
                new CardHostPort.Station(
                        payment.view().place().terminalNumber(),
                        station.merchantNumber(),
                        station.mcc(),
                        station.zone()),
                mark,
                payment.view().amount(),
                vault.open(payment).orElse(null),
                original);
    }
}
