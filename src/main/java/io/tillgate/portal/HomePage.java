package io.tillgate.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.quarkus.security.ForbiddenException;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.identity.CurrentCaller;
import io.tillgate.platform.identity.PortalPath;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestPath;

/** The first page after signing in: who you are here, what you may do, and which day it is to your money. */
@Path("/portal/{slug}")
class HomePage {
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance home(HomeView view);

        private Templates() {}
    }

    private final CurrentCaller caller;
    private final HomeViews views;
    private final Brands brands;
    private final Language language;

    HomePage(CurrentCaller caller, HomeViews views, Brands brands, Language language) {
        this.caller = caller;
        this.views = views;
        this.brands = brands;
        this.language = language;
    }

    @GET
    @Authenticated
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance home(@RestPath String slug) {
        Caller person = caller.get();
        if (person.roles().isEmpty()) {
            throw new ForbiddenException("no role");
        }
        Locale locale = language.of(slug);
        return Templates.home(views.of(person, slug, locale)).setLocale(locale);
    }

    /** Remembers the language for this tenant's pages and comes back. */
    @GET
    @Path("language/{tag}")
    @PermitAll
    public Response language(@RestPath String slug, @RestPath String tag) {
        return Response.seeOther(URI.create(PortalPath.of(slug)))
                .header(HttpHeaders.SET_COOKIE, Language.cookie(slug, tag))
                .build();
    }

    @GET
    @Path("brand.css")
    @PermitAll
    @Produces("text/css")
    public Response brand(@RestPath String slug) {
        return Response.ok(brands.css(slug))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=86400")
                .build();
    }

    /** Whatever else stands below a portal; asked without a sign-in, since it is the same for everybody. */
    @GET
    @Path("{rest: .+}")
    @PermitAll
    public Response unknown(@RestPath String slug) {
        return Response.status(Response.Status.NOT_FOUND).build();
    }
}
