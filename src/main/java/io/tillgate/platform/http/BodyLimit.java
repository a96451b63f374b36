package io.tillgate.platform.http;

import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** JSON bodies hold at most {@value #JSON_BYTES_MAX} bytes; uploads have the server's own, larger bound. */
class BodyLimit {
    static final int JSON_BYTES_MAX = 1_048_576;

    @ServerRequestFilter(preMatching = true)
    void refuseLargeJson(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        if (type != null && type.getSubtype().endsWith("json") && request.getLength() > JSON_BYTES_MAX) {
            throw new Refusal(CommonProblem.TOO_LARGE, "a JSON body holds at most " + JSON_BYTES_MAX + " bytes");
        }
    }
}
