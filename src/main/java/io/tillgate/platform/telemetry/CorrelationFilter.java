package io.tillgate.platform.telemetry;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Gives each HTTP request its correlation id and tells it to the caller. */
class CorrelationFilter {
    @ServerRequestFilter(preMatching = true, priority = 1)
    void begin(ContainerRequestContext request) {
        request.setProperty(Correlation.HEADER, Correlation.begin(request.getHeaderString(Correlation.HEADER)));
    }

    @ServerResponseFilter
    void end(ContainerRequestContext request, ContainerResponseContext response) {
        Object id = request.getProperty(Correlation.HEADER);
        if (id != null) {
            response.getHeaders().putSingle(Correlation.HEADER, id.toString());
        }
    }
}
