package io.tillgate.portal.frame;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.identity.PortalPath;
import io.tillgate.platform.identity.SigningOut;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestPath;

/** Signing out: a form with a token, so that no link and no other site can do it. */
@Path("/portal/{slug}")
class SignOutPage {
    private static final String SESSION_COOKIE = "q_session";

    private final SigningOut signingOut;
    private final NoticePage notices;
    private final RoutingContext request;

    SignOutPage(SigningOut signingOut, NoticePage notices, RoutingContext request) {
        this.signingOut = signingOut;
        this.notices = notices;
        this.request = request;
    }

    @POST
    @Path("sign-out")
    @Authenticated
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> signOut(@RestPath String slug) {
        return signingOut
                .of(slug)
                .replaceWith(() -> Response.seeOther(URI.create(PortalPath.of(slug) + "/signed-out"))
                        .build());
    }

    /** Only a form signs out; whoever opens the address is where they were. */
    @GET
    @Path("sign-out")
    @PermitAll
    public Response notByLink(@RestPath String slug) {
        return home(slug);
    }

    /** Says it to those for whom it is true. */
    @GET
    @Path("signed-out")
    @PermitAll
    @Produces(MediaType.TEXT_HTML)
    public Response signedOut(@RestPath String slug) {
        boolean signedIn = request.request().cookies().stream()
                .anyMatch(cookie -> cookie.getName().startsWith(SESSION_COOKIE));
        return signedIn
                ? home(slug)
                : Response.ok(notices.signedOut(slug)).type(NoticePage.HTML).build();
    }

    private static Response home(String slug) {
        return Response.seeOther(URI.create(PortalPath.of(slug))).build();
    }
}
