package io.tillgate.platform.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillgate.shared.ProblemCode;
import io.tillgate.shared.Refusal.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error as HTTP clients see it: RFC 9457, with a stable {@code code} and, where several things need fixing, all of
 * them at once.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable String instance,
        @Nullable String correlationId,
        List<Violation> violations) {
    public static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(ProblemCode code, String detail, List<Violation> violations, @Nullable String instance) {
        int status = status(code.category());
        return new Problem(
                "urn:tillgate:problem:" + code.code(),
                title(code),
                status,
                detail,
                code.code(),
                instance,
                io.tillgate.platform.telemetry.Correlation.current(),
                violations);
    }

    /** The one place where categories become statuses. */
    static int status(ProblemCode.Category category) {
        return switch (category) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case STALE -> 412;
            case PRECONDITION -> 428;
            case TOO_LARGE -> 413;
            case REFUSED -> 422;
            case RATE_LIMITED -> 429;
            case UNAVAILABLE -> 503;
        };
    }

    private static String title(ProblemCode code) {
        String words = code.code().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
