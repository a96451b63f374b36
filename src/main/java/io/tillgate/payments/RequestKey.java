package io.tillgate.payments;

import io.tillgate.shared.TenantId;
import io.tillgate.shared.TerminalId;
import java.util.UUID;

/**
 * The name of one request, and so of at most one payment.
 *
 * @param channel who numbers its requests: a terminal, or a user of the HTTP API for one operation
 */
public record RequestKey(TenantId tenant, String channel, UUID requestId) {
    public static RequestKey ofTerminal(TenantId tenant, TerminalId terminal, UUID requestId) {
        return new RequestKey(tenant, "terminal:" + terminal, requestId);
    }

    public static RequestKey ofHttp(TenantId tenant, String subject, UUID requestId) {
        return new RequestKey(tenant, "http:" + subject, requestId);
    }
}
