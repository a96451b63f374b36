package io.tillgate.platform.http;

import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * What no operation has to look at: an address with U+0000, which no text in the database may hold, and a body that says
 * that it is nothing known or is too large. JSON bodies hold at most {@value #JSON_BYTES_MAX} bytes; uploads have the
 * server's own, larger bound.
 */
class BodyLimit {
    static final int JSON_BYTES_MAX = 1_048_576;

    @ServerRequestFilter(preMatching = true)
    void refuseUnreadable(ContainerRequestContext request) {
        if (request.getUriInfo().getRequestUri().toString().contains("%00")) {
            throw new Refusal(CommonProblem.MALFORMED, "the address holds U+0000, which no name or value here does");
        }
        MediaType type = type(request.getHeaderString(HttpHeaders.CONTENT_TYPE));
        if (type != null && type.getSubtype().endsWith("json") && request.getLength() > JSON_BYTES_MAX) {
            throw new Refusal(CommonProblem.TOO_LARGE, "a JSON body holds at most " + JSON_BYTES_MAX + " bytes");
        }
    }

    private static @Nullable MediaType type(@Nullable String header) {
        try {
            return header == null ? null : MediaType.valueOf(header);
        } catch (IllegalArgumentException notAType) {
            throw new NotSupportedException(notAType);
        }
    }
}
