package io.tillgate.platform.telemetry;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * The one id that follows a request through log lines, audit records, host messages and ledger entries. A terminal's
 * request id is one; over HTTP it is {@code X-Correlation-Id}, or made up.
 */
public final class Correlation {
    public static final String HEADER = "X-Correlation-Id";
    private static final String KEY = "correlationId";
    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    private Correlation() {}

    public static @Nullable String current() {
        Object id = MDC.get(KEY);
        return id == null ? null : id.toString();
    }

    /** Takes the caller's id when it is harmless, otherwise a new one. */
    public static String begin(@Nullable String offered) {
        String id = offered != null && ACCEPTED.matcher(offered).matches()
                ? offered
                : UUID.randomUUID().toString();
        MDC.put(KEY, id);
        return id;
    }

    public static void end() {
        MDC.remove(KEY);
    }
}
