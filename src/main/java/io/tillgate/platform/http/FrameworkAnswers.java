package io.tillgate.platform.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** What the framework leaves out of its own answers: a problem where it refuses, and the methods that an address knows. */
class FrameworkAnswers {
    private static final int REFUSED = 400;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final MediaType PROBLEM = MediaType.valueOf(Problem.MEDIA_TYPE);

    private volatile @Nullable AllowedMethods allowed;

    @ServerResponseFilter
    void complete(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == METHOD_NOT_ALLOWED || request.getMethod().equals("OPTIONS")) {
            allow(request.getUriInfo().getPath(), response);
        }
        if (response.getStatus() >= REFUSED && !response.hasEntity() && !isPage(request)) {
            response.setEntity(
                    FrameworkProblems.of(response.getStatus(), request.getUriInfo()), new Annotation[0], PROBLEM);
        }
    }

    private void allow(String path, ContainerResponseContext response) {
        AllowedMethods known = allowed;
        if (known == null) {
            known = AllowedMethods.ofTheApi();
            allowed = known;
        }
        String methods = known.at(path);
        if (!methods.isEmpty()) {
            response.getHeaders().putSingle(HttpHeaders.ALLOW, methods);
        }
    }

    private static boolean isPage(ContainerRequestContext request) {
        return request.getUriInfo().getPath().startsWith("/portal");
    }
}
