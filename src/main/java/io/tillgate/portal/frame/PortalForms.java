package io.tillgate.portal.frame;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * What changes something here is a form. Anything else, a request without a body among it, would pass the filter against forged
 * forms, which looks at forms only so that the API can take JSON.
 */
class PortalForms {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final RoutingContext routing;

    PortalForms(RoutingContext routing) {
        this.routing = routing;
    }

    @ServerRequestFilter(preMatching = true)
    Optional<Response> refuseWhatIsTooLarge(ContainerRequestContext request) {
        return request.getUriInfo().getPath().startsWith("/portal/") && Uploads.wasTooLarge(routing)
                ? Optional.of(Response.status(Response.Status.REQUEST_ENTITY_TOO_LARGE)
                        .build())
                : Optional.empty();
    }

    @ServerRequestFilter(preMatching = true)
    Optional<Response> refuseWhatIsNoForm(ContainerRequestContext request) {
        boolean taken = !request.getUriInfo().getPath().startsWith("/portal/")
                || READING.contains(request.getMethod())
                || isForm(request.getMediaType());
        return taken
                ? Optional.empty()
                : Optional.of(
                        Response.status(Response.Status.UNSUPPORTED_MEDIA_TYPE).build());
    }

    private static boolean isForm(@Nullable MediaType type) {
        return type != null
                && (type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)
                        || type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE))
                && !type.isWildcardType()
                && !type.isWildcardSubtype();
    }
}
