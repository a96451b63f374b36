package io.tillgate.platform.http;

import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Each resource names its listener and answers 404 on the other, which says nothing about what is there. */
class ListenerFilter {
    private final DeviceListener device;

    ListenerFilter(DeviceListener device) {
        this.device = device;
    }

    @ServerRequestFilter
    void keepApart(ResourceInfo resource, HttpServerRequest request) {
        Listener named = resource.getResourceClass().getAnnotation(Listener.class);
        Listener.Port port = named == null ? Listener.Port.WEB : named.value();
        boolean onDevice =
                request.localAddress() != null && request.localAddress().port() == device.port();
        boolean served = switch (port) {
            case ANY -> true;
            case WEB -> !onDevice;
            case DEVICE -> onDevice;
        };
        if (!served) {
            throw new Refusal(CommonProblem.NOT_FOUND, "there is no such thing here");
        }
    }
}
