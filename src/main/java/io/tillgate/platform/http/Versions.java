package io.tillgate.platform.http;

import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Optimistic locking over HTTP: {@code ETag} out, {@code If-Match} in (RFC 9110, 8.8.3 and 13.1.1). */
public final class Versions {
    private Versions() {}

    public static String etag(int version) {
        return "\"" + version + "\"";
    }

    /** What was read or edited, with the version that the next edit names. */
    public static <T> RestResponse<T> tagged(T entity, int version) {
        return RestResponse.ResponseBuilder.ok(entity)
                .header(HttpHeaders.ETAG, etag(version))
                .build();
    }

    /** What was made, where it is from now on, and its version. */
    public static <T> RestResponse<T> created(String place, T entity, int version) {
        return RestResponse.ResponseBuilder.<T>created(URI.create(place))
                .entity(entity)
                .header(HttpHeaders.ETAG, etag(version))
                .build();
    }

    /** Refuses an edit without {@code If-Match}, or with one that is not the present version. */
    public static void expect(@Nullable String ifMatch, int current) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Refusal(CommonProblem.PRECONDITION_REQUIRED, "send If-Match with the ETag you last read");
        }
        String wanted = ifMatch.startsWith("W/") ? ifMatch.substring(2) : ifMatch;
        if (!wanted.equals(etag(current)) && !wanted.equals("*")) {
            throw new Refusal(CommonProblem.STALE, "somebody else changed this meanwhile: read it again");
        }
    }
}
