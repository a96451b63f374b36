package io.tillgate.terminals.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.TenantId;
import io.tillgate.shared.TerminalId;
import io.tillgate.terminals.TerminalIdentity;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

    /**
     * A connection to be opened.
     *
     * @param protocol 4 or 5, as in CONNECT
     * @param will what is filed if it is lost, even if this node dies with it
     */
    record Opening(
            TenantId tenant,
            TerminalId terminal,
            String serial,
            String node,
            int protocol,
            String source,
            boolean cleanStart,
            Duration expiry,
            @Nullable String will) {}

    record Subscription(String filter, int quality) {}

    /**
     * How a connection ended.
     *
     * @param lost no clean end was seen
     * @param will absent when there is none to publish
     */
    record Closing(
            String reason,
            boolean lost,
            Duration expiry,
            @Nullable DueWill will) {}

    /** @param id of the event that it becomes, whoever publishes it */
    record DueWill(UUID id, String message, Duration delay) {}

    /** Whether a terminal is let in. */
    sealed interface Admission {
        /** @param displaced another node may still hold the session before this one */
        record Admitted(
                TerminalIdentity identity,
                long epoch,
                boolean present,
                boolean displaced,
                boolean blocked,
                List<Subscription> subscriptions)
                implements Admission {}

        /** The serial is not on the allow-list, or the terminal is revoked, or it is another's. */
        record NotAllowed() implements Admission {}

        /** The operator has suspended its tenant. */
        record TenantSuspended() implements Admission {}
    }

    /**
     * @param live still the newest epoch
     * @param allowed neither certificate nor terminal revoked, nor the tenant suspended
     * @param mail downlinks wait
     * @param blocked takes no new money
     */
    record Pulse(TerminalId terminal, long epoch, boolean live, boolean allowed, boolean mail, boolean blocked) {}
}
