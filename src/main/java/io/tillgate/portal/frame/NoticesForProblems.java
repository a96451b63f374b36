package io.tillgate.portal.frame;

import io.tillgate.platform.http.Problem;
import io.tillgate.platform.identity.PortalPath;
import io.tillgate.platform.identity.TenantDirectory;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.util.Objects;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** People get a page where programs get a problem, whatever went wrong and wherever; the status stays. */
class NoticesForProblems {
    private static final String RETRY_AFTER_SECONDS = "10";

    private final TenantDirectory directory;
    private final NoticePage notices;

    NoticesForProblems(TenantDirectory directory, NoticePage notices) {
        this.directory = directory;
        this.notices = notices;
    }

    /**
     * Portals that do not exist are answered before anybody is sent to sign in to one. While not one tenant is known the
     * service has only just started, and it would be wrong to say that a portal does not exist.
     */
    @ServerRequestFilter(preMatching = true)
    Optional<Response> refuseUnknown(ContainerRequestContext request) {
        if (!isPage(request) || !slug(request).isEmpty()) {
            return Optional.empty();
        }
        Response.Status status =
                directory.all().isEmpty() ? Response.Status.SERVICE_UNAVAILABLE : Response.Status.NOT_FOUND;
        return Optional.of(Response.status(status).build());
    }

    @ServerResponseFilter
    void render(ContainerRequestContext request, ContainerResponseContext response) {
        boolean page = response.getEntity() != null && !(response.getEntity() instanceof Problem);
        if (response.getStatus() < 400 || page || !isPage(request)) {
            return;
        }
        if (response.getStatus() == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()) {
            response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        String reference = response.getEntity() instanceof Problem problem
                ? Objects.requireNonNullElse(problem.correlationId(), "")
                : "";
        response.setEntity(
                notices.problem(response.getStatus(), slug(request), reference), new Annotation[0], NoticePage.HTML);
    }

    private String slug(ContainerRequestContext request) {
        return PortalPath.slug(request.getUriInfo().getPath())
                .filter(slug -> directory.bySlug(slug).isPresent())
                .orElse("");
    }

    private static boolean isPage(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        return path.equals("/portal") || path.startsWith("/portal/");
    }
}
