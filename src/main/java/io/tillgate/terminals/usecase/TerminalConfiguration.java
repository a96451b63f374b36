package io.tillgate.terminals.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.Merchants;
import io.tillgate.platform.crypto.SecurityModule;
import io.tillgate.terminals.DocumentSource.Page;
import io.tillgate.terminals.TerminalIdentity;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * What every terminal is told about itself: its numbers and currency, the server's time, where to connect, and the key
 * that signs its commands. Fresh in each first page, so it counts in no version.
 */
@ApplicationScoped
class TerminalConfiguration {
    private final SecurityModule module;
    private final Merchants merchants;
    private final MqttAddress address;
    private final Clock clock;

    TerminalConfiguration(SecurityModule module, Merchants merchants, MqttAddress address, Clock clock) {
        this.module = module;
        this.merchants = merchants;
        this.address = address;
        this.clock = clock;
    }

    /** Puts the item {@code {"key":"terminal","value":{..}}} in front. */
    Uni<Page> withTerminal(TerminalIdentity terminal, Page page) {
        return merchants.account(terminal.tenant(), terminal.account()).map(account -> {
            JsonObject value = value(terminal);
            account.ifPresent(trading ->
                    value.put("currency", trading.account().currency().getCurrencyCode()));
            List<JsonObject> items = new ArrayList<>();
            items.add(new JsonObject().put("key", "terminal").put("value", value));
            items.addAll(page.items());
            return new Page(page.kind(), page.version(), items, page.next());
        });
    }

    private JsonObject value(TerminalIdentity terminal) {
        return new JsonObject()
                .put("terminalNumber", terminal.terminalNumber())
                .put("merchantNumber", terminal.merchantNumber())
                .put("storeId", terminal.store().toString())
                .put("serverTime", clock.instant().toString())
                .put("mqtt", address.text())
                .put("commandKey", Base64.getEncoder().encodeToString(module.publicKey(terminal.tenant())));
    }
}
