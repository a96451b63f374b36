package io.tillgate.terminals.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.identity.Caller;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.StoreId;
import io.tillgate.shared.TenantId;
import io.tillgate.shared.TerminalId;
import io.tillgate.terminals.TerminalIdentity;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Terminal records, and what is written with them in the same transaction: activation, commands, audit, events. */
public interface TerminalStore {
    /** False when the number is taken. */
    Uni<Boolean> create(Caller caller, NewRecord terminal, Code code);

    /** Puts a new code in place of the old one. Refuses {@code NOT_FOUND} and {@code REVOKED}. */
    Uni<TerminalIdentity> newCode(Caller caller, TerminalId terminal, Code code);

    /** Refuses {@code NOT_FOUND}; true when it was not revoked before. */
    Uni<Boolean> revoke(Caller caller, TerminalId terminal);

    /** Refuses {@code NOT_FOUND}, {@code REVOKED} and {@code QUEUE_FULL}. */
    Uni<Void> command(Caller caller, TerminalIdentity terminal, Command command);

    /** The terminal that the caller may see; refuses {@code NOT_FOUND} and {@code REVOKED}. */
    Uni<TerminalIdentity> inSight(Caller caller, TerminalId terminal);

    /** Refuses {@code NOT_FOUND}. */
    Uni<TerminalIdentity> identity(TenantId tenant, TerminalId terminal);

    /** Active terminals of a merchant, or of one of its stores. */
    Uni<List<TerminalIdentity>> active(TenantId tenant, MerchantId merchant, @Nullable StoreId store);

    /** An active terminal of each store that has one, by store; for work on the stores. */
    Uni<List<TerminalIdentity>> oneOfEachStore(TenantId tenant, @Nullable StoreId after, int limit);

    record NewRecord(TerminalIdentity identity, String label, Instant now) {}

    @SuppressWarnings("ArrayRecordComponent") // a digest, read only
    record Code(byte[] hash, Instant now, Instant expiresAt) {}

    /** @param body as it goes to the terminal, signed */
    record Command(UUID id, String kind, JsonObject body, Instant now, Instant expiresAt) {}
}
