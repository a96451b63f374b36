package io.tillgate.terminals.usecase;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.Ids;
import io.tillgate.platform.persistence.OutboxEvent;
import io.tillgate.platform.persistence.OutboxListener;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.StoreId;
import io.tillgate.shared.TerminalId;
import io.tillgate.terminals.DocumentSource;
import io.tillgate.terminals.DocumentSource.Version;
import io.tillgate.terminals.DownlinkClass;
import io.tillgate.terminals.TerminalIdentity;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells terminals that a document changed: {@code dn/delta/{kind}} when the change is small, and always {@code dn/ver} with
 * the newest versions, of which only the last one waits. Whoever misses a delta sees the gap by the version and fetches.
 */
@ApplicationScoped
public class AnnouncingChanges implements OutboxListener {
    /** A terminal was enrolled: it is told where every document stands. */
    public static final String ACTIVATED = "terminal.activated";

    private static final String CHANGED = "catalogue.changed";

    private final List<DocumentSource> sources;
    private final ConfiguringStores stores;
    private final TerminalStore terminals;
    private final TerminalOutbox outbox;
    private final TenantTransaction transactions;
    private final WakeUps wakeUps;
    private final Ids ids;

    AnnouncingChanges(
            @All List<DocumentSource> sources,
            ConfiguringStores stores,
            TerminalStore terminals,
            TerminalOutbox outbox,
            TenantTransaction transactions,
            WakeUps wakeUps,
            Ids ids) {
        this.sources = sources;
        this.stores = stores;
        this.terminals = terminals;
        this.outbox = outbox;
        this.transactions = transactions;
        this.wakeUps = wakeUps;
        this.ids = ids;
    }

    @Override
    public String name() {
        return "terminal documents";
    }

    @Override
    public Set<String> types() {
        return Set.of(CHANGED, ACTIVATED);
    }

    @Override
    public Uni<Void> on(OutboxEvent event) {
        return event.type().equals(ACTIVATED) ? activated(event) : changed(event);
    }

    private Uni<Void> activated(OutboxEvent event) {
        return terminals
                .identity(event.tenant(), TerminalId.fromString(event.payload().getString("terminal")))
                .call(terminal -> stores.keep(FollowingSettings.place(terminal)))
                .chain(terminal -> announce(terminal, null));
    }

    private Uni<Void> changed(OutboxEvent event) {
        var merchant = MerchantId.fromString(event.payload().getString("merchant"));
        String store = event.payload().getString("store");
        return terminals
                .active(event.tenant(), merchant, store == null ? null : StoreId.fromString(store))
                .chain(all -> Multi.createFrom()
                        .iterable(all)
                        .onItem()
                        .transformToUniAndConcatenate(terminal -> announce(terminal, event.payload()))
                        .collect()
                        .asList())
                .replaceWithVoid();
    }

    /** @param change what may be small enough to be told itself */
    private Uni<Void> announce(TerminalIdentity terminal, @Nullable JsonObject change) {
        return versions(terminal)
                .chain(versions -> transactions.sql(Scope.tenant(terminal.tenant()), c -> {
                    NewDownlink delta = change == null ? null : delta(terminal, change);
                    Uni<Void> small = delta == null ? Uni.createFrom().voidItem() : outbox.put(c, delta);
                    return small.chain(() -> outbox.put(c, notice(terminal, versions)));
                }))
                .invoke(() -> wakeUps.wake(terminal.terminal()));
    }

    private Uni<JsonArray> versions(TerminalIdentity terminal) {
        return Multi.createFrom()
                .iterable(sources)
                .onItem()
                .transformToUniAndConcatenate(source -> source.versions(terminal))
                .collect()
                .asList()
                .map(all -> {
                    List<JsonObject> documents = new ArrayList<>();
                    all.forEach(some -> some.forEach(version -> documents.add(document(version))));
                    return new JsonArray(documents);
                });
    }

    private static JsonObject document(Version version) {
        return new JsonObject()
                .put("kind", version.kind())
                .put("version", version.version())
                .put("hash", version.hash())
                .put("size", version.size());
    }

    private NewDownlink notice(TerminalIdentity terminal, JsonArray documents) {
        return downlink(terminal, DownlinkClass.VERSIONS, "ver", new JsonObject().put("documents", documents));
    }

    private @Nullable NewDownlink delta(TerminalIdentity terminal, JsonObject change) {
        JsonArray items = change.getJsonArray("items");
        if (items == null) {
            return null;
        }
        String kind = change.getString("kind");
        long version = change.getLong("version");
        JsonObject body = new JsonObject()
                .put("kind", kind)
                .put("from", version - 1)
                .put("version", version)
                .put("items", items);
        return downlink(terminal, DownlinkClass.DELTA, "delta/" + kind, body);
    }

    private NewDownlink downlink(TerminalIdentity terminal, DownlinkClass kind, String channel, JsonObject body) {
        var key = new TerminalSessions.Key(terminal.tenant(), terminal.merchant(), terminal.terminal(), 0);
        return new NewDownlink(key, ids.next(), kind, channel, body, null);
    }
}
