package io.tillgate.platform.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What is refused before a resource is looked for, as problems, and what the framework adds to answers that are no pages:
 * the token for forms, which belongs to the portal.
 */
@ApplicationScoped
class RouterProblems {
    private static final int BEFORE_THE_FRAMEWORKS_LIMIT = Integer.MIN_VALUE + 2;
    private static final int REFUSED = 400;
    private static final int FAILED = 500;
    private static final int TOO_LARGE = 413;
    private static final int ADDRESS_TOO_LONG = 414;
    private static final int HEADERS_TOO_LARGE = 431;
    private static final String FORM_TOKEN = "csrf-token";

    private final long bodyBytesMax;

    RouterProblems(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize bodyMax) {
        this.bodyBytesMax = bodyMax.asLongValue();
    }

    void first(@Observes Router router) {
        router.route().order(BEFORE_THE_FRAMEWORKS_LIMIT).handler(this::look).failureHandler(RouterProblems::failed);
    }

    private void look(RoutingContext context) {
        if (context.normalizedPath().startsWith("/portal")) {
            context.next();
            return;
        }
        context.addHeadersEndHandler(ending -> context.response().removeCookie(FORM_TOKEN, false));
        if (length(context.request()) > bodyBytesMax) {
            // the rest of the body is not read: the connection cannot be used again
            context.response()
                    .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                    .endHandler(ended -> context.request().connection().close());
            answer(context, TOO_LARGE);
        } else {
            context.next();
        }
    }

    private static void failed(RoutingContext context) {
        int status = context.statusCode();
        boolean ours = context.failure() == null && status >= REFUSED && status < FAILED;
        if (ours
                && !context.response().headWritten()
                && !context.normalizedPath().startsWith("/portal")) {
            answer(context, status);
        } else {
            context.next();
        }
    }

    private static void answer(RoutingContext context, int status) {
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(Json.encode(FrameworkProblems.at(status, context.normalizedPath())));
    }

    /** What the parser of HTTP itself refuses; nothing after it can be told apart, so that the connection ends. */
    static void unreadable(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        int status = switch (cause) {
            case TooLongHttpLineException ignored -> ADDRESS_TOO_LONG;
            case TooLongHttpHeaderException ignored -> HEADERS_TOO_LARGE;
            case null, default -> REFUSED;
        };
        request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(Json.encode(FrameworkProblems.at(status, "")));
        request.connection().close();
    }

    private static long length(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException unreadable) {
            return 0;
        }
    }
}
