package io.tillgate.platform.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * What is not a REST resource (metrics, health, OpenAPI, static files, the portal) never answers on the device listener:
 * only paths that terminals and banks use are let through to the resources, where {@link ListenerFilter} decides.
 */
@ApplicationScoped
class DeviceRoutes {
    private static final int BEFORE_ALL = Integer.MIN_VALUE + 1;
    private static final int NOT_FOUND = 404;
    private static final List<String> LET_THROUGH = List.of("/.well-known/est/", "/bank/v1/");

    private final DeviceListener device;

    DeviceRoutes(DeviceListener device) {
        this.device = device;
    }

    void first(@Observes Router router) {
        router.route().order(BEFORE_ALL).handler(this::letThrough);
    }

    private void letThrough(RoutingContext context) {
        var local = context.request().localAddress();
        boolean onDevice = local != null && local.port() == device.port();
        if (onDevice && LET_THROUGH.stream().noneMatch(context.normalizedPath()::startsWith)) {
            context.response().setStatusCode(NOT_FOUND).end();
        } else {
            context.next();
        }
    }
}
