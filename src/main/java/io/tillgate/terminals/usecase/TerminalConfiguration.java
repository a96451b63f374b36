package io.tillgate.terminals.usecase;

import io.tillgate.platform.crypto.SecurityModule;
import io.tillgate.terminals.DocumentSource.Page;
import io.tillgate.terminals.TerminalIdentity;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;

/** What every terminal is told about itself: its numbers, the server's time, and the key that signs its commands. */
@ApplicationScoped
class TerminalConfiguration {
    private final SecurityModule module;
    private final Clock clock;

    TerminalConfiguration(SecurityModule module, Clock clock) {
        this.module = module;
        this.clock = clock;
    }

    /** Puts the item {@code {"key":"terminal","value":{..}}} in front. */
    UnaryOperator<Page> withTerminal(TerminalIdentity terminal) {
        return page -> {
            List<JsonObject> items = new ArrayList<>();
            items.add(new JsonObject().put("key", "terminal").put("value", value(terminal)));
            items.addAll(page.items());
            return new Page(page.kind(), page.version(), items, page.next());
        };
    }

    private JsonObject value(TerminalIdentity terminal) {
        return new JsonObject()
                .put("terminalNumber", terminal.terminalNumber())
                .put("merchantNumber", terminal.merchantNumber())
                .put("storeId", terminal.store().toString())
                .put("serverTime", clock.instant().toString())
                .put("commandKey", Base64.getEncoder().encodeToString(module.publicKey(terminal.tenant())));
    }
}
