package io.tillgate.terminals.usecase;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.terminals.Acceptance;
import io.tillgate.terminals.DocumentSource;
import io.tillgate.terminals.DocumentSource.Asked;
import io.tillgate.terminals.DocumentSource.Page;
import io.tillgate.terminals.TerminalMessageHandler;
import io.tillgate.terminals.TerminalProblem;
import io.tillgate.terminals.TerminalRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code up/get}: {@code {"kind":..,"since":n,"next":"<cursor>"}} answered by a page of changes. Configuration always
 * begins with the item {@code terminal}; keys come as a JWE. Refuses EXPIRED, SCHEMA, NO_SUCH_DOCUMENT.
 */
@ApplicationScoped
public class DocumentRequests implements TerminalMessageHandler {
    private static final String CONFIGURATION = "configuration";
    private static final String KEYS = "keys";
    private static final int CURSOR_LENGTH_MAX = 400;

    private final Map<String, DocumentSource> sources = new HashMap<>();
    private final TerminalConfiguration configuration;
    private final ConfiguringStores stores;
    private final DeliveringKeys keys;
    private final Clock clock;

    DocumentRequests(
            @All List<DocumentSource> all,
            TerminalConfiguration configuration,
            ConfiguringStores stores,
            DeliveringKeys keys,
            Clock clock) {
        all.forEach(source -> source.kinds().forEach(kind -> sources.put(kind, source)));
        this.configuration = configuration;
        this.stores = stores;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Set<String> channels() {
        return Set.of("get");
    }

    @Override
    public Uni<JsonObject> handle(TerminalRequest request, Acceptance acceptance) {
        if (request.isExpiredAt(clock.instant())) {
            return Uni.createFrom().failure(new Refusal(TerminalProblem.EXPIRED, "exp has passed"));
        }
        Asked asked = asked(request.body());
        if (asked.kind().equals(KEYS)) {
            return keys.deliver(request.from());
        }
        return page(request, asked)
                .onFailure(DocumentRequests::isForeignCursor)
                .transform(foreign -> Members.refused("next", "is not what a page of this document ended with"))
                .map(DocumentRequests::body);
    }

    private Uni<Page> page(TerminalRequest request, Asked asked) {
        DocumentSource source = sources.get(asked.kind());
        if (source == null) {
            throw new Refusal(TerminalProblem.NO_SUCH_DOCUMENT, "there is no document of this kind");
        }
        return asked.kind().equals(CONFIGURATION) && asked.after() == null
                ? stores.keep(FollowingSettings.place(request.from()))
                        .chain(() -> source.changes(request.from(), asked))
                        .chain(page -> configuration.withTerminal(request.from(), page))
                : source.changes(request.from(), asked);
    }

    private static boolean isForeignCursor(Throwable fault) {
        return fault instanceof Refusal refusal && refusal.code() == CommonProblem.VALIDATION;
    }

    static Asked asked(JsonObject body) {
        Set<String> known = Set.of("kind", "since", "next");
        boolean shaped = body.getValue("kind") instanceof String
                && (!body.containsKey("since") || Members.isCount(body.getValue("since")))
                && (!body.containsKey("next")
                        || (body.getValue("next") instanceof String next && next.length() <= CURSOR_LENGTH_MAX))
                && known.containsAll(body.fieldNames());
        if (!shaped) {
            throw new Refusal(TerminalProblem.SCHEMA, "the body is {\"kind\":..,\"since\":n,\"next\":..}");
        }
        long since = body.getValue("since") instanceof Number n ? n.longValue() : 0;
        return new Asked(body.getString("kind"), since, body.getString("next"));
    }

    private static JsonObject body(Page page) {
        JsonObject body = new JsonObject()
                .put("kind", page.kind())
                .put("version", page.version())
                .put("items", new JsonArray(page.items()));
        return page.next() == null ? body : body.put("next", page.next());
    }
}
