package io.tillgate.terminals.domain;

import io.tillgate.shared.TenantId;
import io.tillgate.shared.TerminalId;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Names in certificates: {@code urn:tillgate:terminal:{id}} in a terminal's, {@code urn:tillgate:tenant:{id}} in its issuer's. */
public final class TerminalUri {
    private static final String TERMINAL = "urn:tillgate:terminal:";
    private static final String TENANT = "urn:tillgate:tenant:";
    private static final Pattern LOWER_CASE_UUID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private TerminalUri() {}

    public static String of(TerminalId terminal) {
        return TERMINAL + terminal;
    }

    public static String of(TenantId tenant) {
        return TENANT + tenant;
    }

    public static Optional<TerminalId> terminal(String uri) {
        return after(TERMINAL, uri).map(TerminalId::new);
    }

    public static Optional<TenantId> tenant(String uri) {
        return after(TENANT, uri).map(TenantId::new);
    }

    private static Optional<UUID> after(String prefix, String uri) {
        if (!uri.startsWith(prefix)) {
            return Optional.empty();
        }
        String id = uri.substring(prefix.length());
        return LOWER_CASE_UUID.matcher(id).matches() ? Optional.of(UUID.fromString(id)) : Optional.empty();
    }
}
