package io.tillgate.ledger;

import io.smallrye.mutiny.Uni;
import io.tillgate.ledger.domain.ChainLink;
import io.tillgate.ledger.store.ChainTable;
import io.tillgate.ledger.store.ChainTable.Sealed;
import io.tillgate.ledger.store.ChainTable.State;
import io.tillgate.ledger.store.ChainTable.Stored;
import io.tillgate.ledger.store.ChainTable.Unsealed;
import io.tillgate.platform.crypto.SecurityModule;
import io.tillgate.platform.persistence.SafeContext;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The sealed journal of each tenant: entries numbered without gaps, each hash covering all before it, block heads signed.
 * Sealing takes only what is older than every running writer, so that no number is ever skipped for a late commit.
 */
@ApplicationScoped
public class Chain {
    /** Entries a block; also the longest stretch that one verification covers. */
    public static final int BLOCK_MAX = 1_000;

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final HexFormat HEX = HexFormat.of();

    private final TenantTransaction transaction;
    private final SecurityModule security;

    Chain(TenantTransaction transaction, SecurityModule security) {
        this.transaction = transaction;
        this.security = security;
    }

    /** Seals one block of what is due; answers how many entries it holds. */
    public Uni<Integer> seal(TenantId tenant) {
        return transaction.sql(
                Scope.tenant(tenant),
                connection -> ChainTable.lock(connection, tenant)
                        .chain(state -> ChainTable.unsealed(connection, tenant, state, BLOCK_MAX)
                                .map(entries -> link(tenant, state, entries)))
                        .call(block -> block.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : ChainTable.append(connection, tenant, block, signature(tenant, block.getLast())))
                        .map(List::size));
    }

    /**
     * Seals until all that was committed before this call has its number; answers whether it has when the time is over.
     * An entry waits for every writer that began before it ended, hence the pauses.
     */
    public Uni<Boolean> sealWhatIsCommitted(TenantId tenant, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        Uni<Boolean> sealing = transaction
                .sql(Scope.tenant(tenant), ChainTable::nextTransaction)
                .chain(mark -> Uni.createFrom()
                        .deferred(() -> sealUpTo(tenant, mark))
                        .repeat()
                        .whilst(done -> !done && System.nanoTime() < end)
                        .collect()
                        .last());
        return SafeContext.andBack(sealing);
    }

    private Uni<Boolean> sealUpTo(TenantId tenant, String mark) {
        return seal(tenant).chain(sealed -> sealed == BLOCK_MAX
                ? Uni.createFrom().item(false)
                : transaction
                        .sql(
                                Scope.tenant(tenant),
                                connection -> ChainTable.isSealedBefore(connection, tenant, mark))
                        .chain(done -> done
                                ? Uni.createFrom().item(true)
                                : Uni.createFrom().item(false).onItem().delayIt().by(PAUSE)));
    }

    public Uni<ChainHead> head(TenantId tenant) {
        return transaction
                .sql(Scope.tenant(tenant), connection -> ChainTable.head(connection, tenant))
                .map(head -> {
                    byte[] signature = head.signature();
                    OffsetDateTime at = head.sealedAt();
                    return new ChainHead(
                            head.number(),
                            HEX.formatHex(head.hash()),
                            signature == null ? null : HEX.formatHex(signature),
                            HEX.formatHex(security.publicKey(tenant)),
                            at == null ? null : at.toInstant());
                });
    }

    /**
     * The signed head of the block that holds a number: the first that covers all entries up to it. Empty while the number is
     * not sealed. It never changes, so whoever states it once states it for ever.
     */
    public Uni<Optional<ChainHead.Signed>> headCovering(TenantId tenant, long number) {
        return transaction
                .sql(Scope.tenant(tenant), connection -> ChainTable.blockCovering(connection, tenant, number))
                .map(found -> found.map(block -> new ChainHead.Signed(
                        block.number(),
                        HEX.formatHex(block.hash()),
                        HEX.formatHex(block.signature()),
                        HEX.formatHex(security.publicKey(tenant)),
                        block.sealedAt().toInstant())));
    }

    /** Computes up to {@value #BLOCK_MAX} numbers again from the journal; go on after {@code through}. */
    public Uni<ChainVerification> verify(TenantId tenant, long after) {
        return transaction.sql(
                Scope.tenant(tenant),
                connection -> ChainTable.hashAt(connection, tenant, after)
                        .chain(hash -> ChainTable.stretch(connection, tenant, after, BLOCK_MAX)
                                .map(stored -> compare(tenant, after, hash, stored))));
    }

    /** Age in seconds of the oldest entry without a number. */
    public Uni<Double> lagSeconds(TenantId tenant) {
        return transaction.sql(Scope.tenant(tenant), connection -> ChainTable.lagSeconds(connection, tenant));
    }

    private static List<Sealed> link(TenantId tenant, State state, List<Unsealed> entries) {
        List<Sealed> block = new ArrayList<>(entries.size());
        byte[] hash = state.hash();
        long number = state.number();
        for (Unsealed entry : entries) {
            number++;
            hash = ChainLink.next(hash, tenant, number, entry.content());
            block.add(new Sealed(entry, number, hash));
        }
        return block;
    }

    private byte[] signature(TenantId tenant, Sealed last) {
        return security.sign(tenant, ChainLink.signedBytes(tenant, last.number(), last.hash()));
    }

    private ChainVerification compare(TenantId tenant, long after, byte[] before, List<Stored> stored) {
        byte[] hash = before;
        long through = after;
        for (Stored each : stored) {
            hash = ChainLink.next(hash, tenant, through + 1, each.content());
            if (each.number() != through + 1 || !Arrays.equals(hash, each.hash()) || isForged(tenant, each)) {
                return new ChainVerification(after, through, through + 1, false);
            }
            through = each.number();
        }
        return new ChainVerification(after, through, null, stored.size() < BLOCK_MAX);
    }

    private boolean isForged(TenantId tenant, Stored stored) {
        byte[] signature = stored.signature();
        return signature != null
                && !security.verify(tenant, ChainLink.signedBytes(tenant, stored.number(), stored.hash()), signature);
    }
}
