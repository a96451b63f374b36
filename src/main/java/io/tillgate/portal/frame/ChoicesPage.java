package io.tillgate.portal.frame;

import io.tillgate.platform.identity.PortalPath;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What a reader chooses about all pages, kept in a cookie of this portal; and the tenant's colour. */
@Path("/portal/{slug}")
class ChoicesPage {
    private final Brands brands;

    ChoicesPage(Brands brands) {
        this.brands = brands;
    }

    @GET
    @Path("language/{tag}")
    @PermitAll
    public Response language(@RestPath String slug, @RestPath String tag, @Context HttpHeaders headers) {
        return back(slug, headers.getHeaderString("Referer"), Language.cookie(slug, tag));
    }

    @GET
    @Path("scheme/{scheme}")
    @PermitAll
    public Response scheme(@RestPath String slug, @RestPath String scheme, @Context HttpHeaders headers) {
        return back(slug, headers.getHeaderString("Referer"), Scheme.cookie(slug, scheme));
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

    private static Response back(String slug, @Nullable String from, String cookie) {
        return Response.seeOther(URI.create(place(slug, from)))
                .header(HttpHeaders.SET_COOKIE, cookie)
                .build();
    }

    /** The page the reader was on, if it is one of this portal's. */
    private static String place(String slug, @Nullable String from) {
        try {
            URI page = URI.create(from == null ? "" : from);
            String path = page.getRawPath() == null ? "" : page.getRawPath();
            boolean ours = PortalPath.slug(path).filter(slug::equals).isPresent()
                    && !path.endsWith("/sign-out")
                    && !path.contains("..");
            return !ours ? PortalPath.of(slug) : page.getRawQuery() == null ? path : path + "?" + page.getRawQuery();
        } catch (IllegalArgumentException notAnAddress) {
            return PortalPath.of(slug);
        }
    }
}
