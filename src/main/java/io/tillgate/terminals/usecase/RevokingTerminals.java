package io.tillgate.terminals.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.identity.Caller;
import io.tillgate.shared.TerminalId;
import io.tillgate.terminals.Terminal;
import jakarta.enterprise.context.ApplicationScoped;

/** Ending a terminal for good. Every node hears of it by the wake-up, or by its next pulse. */
@ApplicationScoped
public class RevokingTerminals {
    private final TerminalStore store;
    private final TerminalViews views;
    private final WakeUps wakeUps;

    RevokingTerminals(TerminalStore store, TerminalViews views, WakeUps wakeUps) {
        this.store = store;
        this.views = views;
        this.wakeUps = wakeUps;
    }

    public Uni<Terminal> revoke(Caller caller, TerminalId terminal) {
        return store.revoke(caller, terminal)
                .invoke(now -> wakeUps.wake(terminal))
                .chain(() -> views.find(caller.scope(), terminal));
    }
}
