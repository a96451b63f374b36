package io.tillgate.portal.frame;

import io.quarkus.arc.All;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.identity.CurrentCaller;
import io.tillgate.platform.identity.PortalPath;
import io.tillgate.portal.frame.Frame.Crumb;
import io.tillgate.portal.frame.Frame.Mark;
import io.tillgate.portal.frame.Frame.Nav;
import io.tillgate.portal.frame.Frame.Reader;
import io.tillgate.tenancy.Tenant;
import io.tillgate.tenancy.Tenants;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Puts the frame around the pages of the person who asks. Only where somebody is signed in. */
@RequestScoped
public class Frames {
    private final CurrentCaller current;
    private final Tenants tenants;
    private final Brands brands;
    private final Assets assets;
    private final Language language;
    private final Scheme scheme;
    private final RoutingContext request;
    private final List<Face> faces;

    Frames(
            CurrentCaller current,
            Tenants tenants,
            Brands brands,
            Assets assets,
            Language language,
            Scheme scheme,
            RoutingContext request,
            @All List<Face> faces) {
        this.current = current;
        this.tenants = tenants;
        this.brands = brands;
        this.assets = assets;
        this.language = language;
        this.scheme = scheme;
        this.request = request;
        this.faces = List.copyOf(faces);
    }

    /** A page: the frame is handed to its template. */
    public Uni<TemplateInstance> page(Heading heading, Function<Frame, TemplateInstance> template) {
        return face().context(caller())
                .map(context -> template.apply(frame(heading, context)).setLocale(locale()));
    }

    public Caller caller() {
        Caller caller = current.get();
        if (caller.roles().isEmpty()) {
            throw new ForbiddenException("no role");
        }
        return caller;
    }

    /** The face of the person who asks. */
    public Face face() {
        Caller caller = caller();
        return faces.stream()
                .filter(face -> face.isFor(caller))
                .findFirst()
                .orElseThrow(() -> new ForbiddenException("no face for these roles"));
    }

    public Locale locale() {
        return language.of(slug());
    }

    public String slug() {
        return PortalPath.slug(request.normalizedPath()).orElseThrow();
    }

    /** The address of a page below this portal. */
    public String href(String path) {
        return path.isEmpty() ? PortalPath.of(slug()) : PortalPath.of(slug()) + "/" + path;
    }

    /** In the reader's language, at the tenant's zone; pages of a store take {@link Formats#in} of its own. */
    public Formats formats() {
        return Formats.of(
                locale(), tenants.settings(caller().tenant()).businessDay().zone());
    }

    private Frame frame(Heading heading, String context) {
        Caller caller = caller();
        Brands.Brand brand = brands.of(slug());
        PortalMessages words = HomeViews.words(locale());
        return new Frame(
                locale().equals(Language.CHINESE) ? "zh-CN" : "en",
                scheme.of(),
                PortalPath.of(slug()),
                assets.version(),
                new Mark(
                        brand.logo(),
                        brand.logo().substring(0, brand.logo().offsetByCodePoints(0, 1)),
                        brand.version(),
                        tenants.byId(caller.tenant())
                                .map(Tenant::settings)
                                .map(settings -> settings.name().in(locale()))
                                .orElseGet(words::platform),
                        context),
                new Reader(
                        caller.username(), HomeViews.initials(caller.username()), HomeViews.roleNames(caller, words)),
                face().places(caller, locale()).stream()
                        .map(place -> new Nav(
                                place.label(),
                                href(place.path()),
                                place.icon(),
                                place.key().equals(heading.place()),
                                place.thumb()))
                        .toList(),
                heading.title(),
                heading.crumbs().stream()
                        .map(crumb -> new Crumb(crumb.label(), href(crumb.href())))
                        .toList(),
                Flash.take(request, PortalPath.of(slug())));
    }
}
