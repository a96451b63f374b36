package io.tillgate.terminals;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where versioned documents of terminals come from: catalogue, prices, promotions, stock, configuration. */
public interface DocumentSource {
    /** Kinds as they stand in {@code up/get}. */
    Set<String> kinds();

    /** The newest version of each kind, for one terminal. */
    Uni<List<Version>> versions(TerminalIdentity terminal);

    /** What changed after a version, in pages. */
    Uni<Page> changes(TerminalIdentity terminal, Asked asked);

    /**
     * A wish for changes.
     *
     * @param since 0 for everything
     * @param after the {@code next} of the page before, absent for the first
     */
    record Asked(String kind, long since, @Nullable String after) {}

    /** @param hash SHA-256 in upper-case hex, empty where the source keeps none */
    record Version(String kind, long version, String hash, long size) {}

    /** @param next what to ask with for the following page; absent on the last */
    record Page(
            String kind,
            long version,
            List<JsonObject> items,
            @Nullable String next) {
        public Page {
            items = List.copyOf(items);
        }
    }
}
