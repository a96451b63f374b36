package io.tillgate.terminals.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.TenantId;
import io.tillgate.shared.TerminalId;
import io.tillgate.terminals.TerminalIdentity;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * The truth about sessions: one live session per terminal anywhere. Opening one adds 1 to the epoch; every later write
 * carries the epoch, so that a late close can never wipe a newer session.
 */
public interface TerminalSessions {
    Uni<Admission> open(Opening opening);

    /** Replaces what the session is subscribed to; nothing happens when its epoch has passed. */
    Uni<Void> subscribed(Key key, List<Subscription> subscriptions);

    Uni<Void> close(Key key, Closing closing);

    /** What the node has to know about its sessions, of any tenants: asked every second, bounded by what it holds. */
    Uni<List<Pulse>> pulses(Collection<Key> keys);

    record Key(TenantId tenant, MerchantId merchant, TerminalId terminal, long epoch) {}

    /** @param protocol 4 or 5, as in CONNECT */
    record Opening(
            TenantId tenant,
            TerminalId terminal,
            String serial,
            String node,
            int protocol,
            String source,
            boolean cleanStart,
            Duration expiry) {}

    record Subscription(String filter, int quality) {}

    /** @param lost no clean end was seen: a will may be due */
    record Closing(String reason, boolean lost, Duration expiry) {}

    /** Whether a terminal is let in. */
    sealed interface Admission {
        /** @param displaced another node may still hold the session before this one */
        record Admitted(
                TerminalIdentity identity,
                long epoch,
                boolean present,
                boolean displaced,
                List<Subscription> subscriptions)
                implements Admission {}

        /** The serial is not on the allow-list, or the terminal is revoked, or it is another's. */
        record NotAllowed() implements Admission {}
    }

    /**
     * @param live still the newest epoch
     * @param allowed neither certificate nor terminal revoked
     * @param mail downlinks wait
     */
    record Pulse(TerminalId terminal, long epoch, boolean live, boolean allowed, boolean mail) {}
}
