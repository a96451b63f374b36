package io.tillgate.terminals.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.Ids;
import io.tillgate.platform.identity.Caller;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TerminalId;
import io.tillgate.terminals.CreateTerminal;
import io.tillgate.terminals.NewTerminal;
import io.tillgate.terminals.TerminalIdentity;
import io.tillgate.terminals.domain.ActivationCode;
import io.tillgate.terminals.domain.ActivationPolicy;
import io.tillgate.terminals.domain.TerminalNumber;
import io.tillgate.terminals.usecase.TerminalStore.Code;
import io.tillgate.terminals.usecase.TerminalStore.NewRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;

/** Creating a terminal, and new codes for one that exists. */
@ApplicationScoped
public class CreatingTerminals {
    private static final int NUMBER_TRIES_MAX = 5;

    private final Instance<TradingPlaces> places;
    private final TerminalStore store;
    private final TerminalViews views;
    private final EnrollingTerminals enrolling;
    private final ActivationSheet sheet;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CreatingTerminals(
            Instance<TradingPlaces> places,
            TerminalStore store,
            TerminalViews views,
            EnrollingTerminals enrolling,
            ActivationSheet sheet,
            Ids ids,
            Clock clock) {
        this.places = places;
        this.store = store;
        this.views = views;
        this.enrolling = enrolling;
        this.sheet = sheet;
        this.ids = ids;
        this.clock = clock;
    }

    public Uni<NewTerminal> create(Caller caller, CreateTerminal command) {
        return places.get().of(caller, command).chain(place -> numbered(caller, command, place, NUMBER_TRIES_MAX));
    }

    /** Numbers are drawn, so that a merchant's next one cannot be guessed; a taken one is drawn again. */
    private Uni<NewTerminal> numbered(Caller caller, CreateTerminal command, TradingPlaces.Place place, int triesLeft) {
        if (triesLeft == 0) {
            return Uni.createFrom()
                    .failure(new Refusal(CommonProblem.UNAVAILABLE, "no free terminal number was found: try again"));
        }
        var identity = new TerminalIdentity(
                caller.tenant(),
                place.merchant(),
                command.account(),
                command.store(),
                new TerminalId(ids.next()),
                TerminalNumber.random(random).digits(),
                place.merchantNumber());
        ActivationCode code = ActivationCode.random(random);
        Instant now = clock.instant();
        return store.create(caller, new NewRecord(identity, command.label(), now), stored(caller, code, now))
                .chain(created ->
                        created ? shown(caller, identity, code, now) : numbered(caller, command, place, triesLeft - 1));
    }

    public Uni<NewTerminal> newActivationCode(Caller caller, TerminalId terminal) {
        ActivationCode code = ActivationCode.random(random);
        Instant now = clock.instant();
        return store.newCode(caller, terminal, stored(caller, code, now))
                .chain(identity -> shown(caller, identity, code, now));
    }

    private Code stored(Caller caller, ActivationCode code, Instant now) {
        return new Code(enrolling.hash(caller.tenant(), code), now, now.plus(ActivationPolicy.LIFETIME));
    }

    private Uni<NewTerminal> shown(Caller caller, TerminalIdentity identity, ActivationCode code, Instant now) {
        return views.find(caller.scope(), identity.terminal())
                .map(terminal ->
                        new NewTerminal(terminal, sheet.of(identity, code, now.plus(ActivationPolicy.LIFETIME))));
    }
}
