package io.tillgate.portal.frame;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.runtime.configuration.MemorySize;
import io.tillgate.platform.files.Files;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Forms that carry a file. One that is larger than the listener takes is read to its end and thrown away, up to a bound, since a
 * browser shows the page that says so only after it has sent everything.
 */
@ApplicationScoped
class Uploads {
    /** As people are told it. */
    static final String LIMIT = Files.SIZE_BYTES_MAX / (1024 * 1024) + " MB";

    private static final String TOO_LARGE = Uploads.class.getName();
    private static final int BEFORE_THE_FRAMEWORKS_LIMIT = Integer.MIN_VALUE + 2;
    private static final long READ_MAX = 100L * 1024 * 1024;

    private final long bodyBytesMax;

    Uploads(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize bodyMax) {
        this.bodyBytesMax = bodyMax.asLongValue();
    }

    /** {@code {uploads:limit}} and {@code {uploads:bytes}}. */
    @TemplateExtension(namespace = "uploads")
    static String limit() {
        return LIMIT;
    }

    @TemplateExtension(namespace = "uploads")
    static int bytes() {
        return Files.SIZE_BYTES_MAX;
    }

    void first(@Observes Router router) {
        router.route("/portal/*").order(BEFORE_THE_FRAMEWORKS_LIMIT).handler(this::look);
    }

    /** Whether this request was a form with more in it than is taken; nothing of it was kept. */
    static boolean wasTooLarge(RoutingContext request) {
        return request.get(TOO_LARGE) != null;
    }

    private void look(RoutingContext context) {
        HttpServerRequest request = context.request();
        long length = length(request);
        if (length <= bodyBytesMax || wasTooLarge(context)) {
            context.next();
            return;
        }
        context.put(TOO_LARGE, true);
        if (length > READ_MAX) {
            context.response()
                    .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                    .endHandler(ended -> request.connection().close());
            said(context);
            return;
        }
        request.handler(thrownAway -> {});
        request.endHandler(read -> said(context));
        request.resume();
    }

    /** The same address as a page, which answers what was put aside above. */
    private static void said(RoutingContext context) {
        context.request().headers().remove(HttpHeaders.CONTENT_LENGTH);
        context.reroute(HttpMethod.GET, context.normalizedPath());
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
