package io.tillgate.terminals.mqtt;

import io.tillgate.platform.Ids;
import io.tillgate.terminals.authority.Intermediates;
import io.tillgate.terminals.usecase.TenantRules;
import io.tillgate.terminals.usecase.TerminalOutbox;
import io.tillgate.terminals.usecase.TerminalSessions;
import io.tillgate.terminals.usecase.WakeUps;
import io.vertx.core.Vertx;
import java.time.InstantSource;

/** What all connections of a node share. */
record Gateway(
        Vertx vertx,
        String node,
        GatewayConfig config,
        InstantSource clock,
        Ids ids,
        TerminalSessions sessions,
        TerminalOutbox outbox,
        WakeUps wakeUps,
        Uplinks uplinks,
        LocalSessions local,
        RateLimits limits,
        TenantRules tenants,
        Intermediates intermediates,
        GatewayMetrics metrics) {}
