package io.tillgate.portal.operator;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.Portfolio;
import io.tillgate.platform.identity.Roles;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.portal.frame.Formats;
import io.tillgate.portal.frame.Forms;
import io.tillgate.portal.frame.Forms.Done;
import io.tillgate.portal.frame.Frame;
import io.tillgate.portal.frame.Frame.Crumb;
import io.tillgate.portal.frame.Frames;
import io.tillgate.portal.frame.Heading;
import io.tillgate.portal.frame.Mistakes;
import io.tillgate.portal.frame.Words;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.tenancy.Suspensions;
import io.tillgate.tenancy.Tenant;
import io.tillgate.tenancy.Tenants;
import io.tillgate.terminals.Fleet;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The tenants of the platform; one of them with its limits and what it has; suspending it and letting it work again. */
@Path("/portal/{slug}/operate/tenants")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.OPERATOR)
class TenantsPage {
    private static final int REASON_MAX = 500;

    @CheckedTemplate(basePath = "operator")
    static class Templates {
        static native TemplateInstance home(Frame frame, List<Row> tenants);

        static native TemplateInstance tenant(Frame frame, One view, Mistakes mistakes);

        private Templates() {}
    }

    /** A line of the list. */
    public record Row(String slug, String name, String currency, String zone, boolean active, String href) {}

    /** A tenant with everything about it as text. */
    public record One(
            Tenant tenant,
            String name,
            String href,
            boolean active,
            Numbers numbers,
            String saleMax,
            String zone,
            String cutOff,
            List<String> feePlans,
            List<String> hosts) {}

    /** How much it has. */
    public record Numbers(String merchants, String tills, String online) {}

    private final Tenants tenants;
    private final Suspensions suspensions;
    private final Portfolio portfolio;
    private final Fleet fleet;
    private final Frames frames;
    private final Forms forms;

    TenantsPage(
            Tenants tenants, Suspensions suspensions, Portfolio portfolio, Fleet fleet, Frames frames, Forms forms) {
        this.tenants = tenants;
        this.suspensions = suspensions;
        this.portfolio = portfolio;
        this.fleet = fleet;
        this.frames = frames;
        this.forms = forms;
    }

    Uni<TemplateInstance> home() {
        Locale locale = frames.locale();
        List<Row> rows = tenants.all().stream()
                .map(tenant -> new Row(
                        tenant.slug(),
                        tenant.settings().name().in(locale),
                        tenant.settings().currency().getCurrencyCode(),
                        tenant.settings().businessDay().zone().getId(),
                        tenant.status() == Tenant.Status.ACTIVE,
                        frames.href("operate/tenants/" + tenant.slug())))
                .toList();
        return frames.page(Heading.of("home", words().nav_home()), frame -> Templates.home(frame, rows));
    }

    @GET
    @Path("{tenant}")
    public Uni<TemplateInstance> get(@RestPath String slug, @RestPath String tenant) {
        return page(existing(tenant), Mistakes.NONE);
    }

    @POST
    @Path("{tenant}/suspend")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> suspend(
            @RestPath String slug,
            @RestPath String tenant,
            @RestForm @Nullable String once,
            @RestForm @Nullable String reason) {
        Tenant present = existing(tenant);
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > REASON_MAX) {
            return forms.refused(page(present, Mistakes.of(words().say_why())));
        }
        return forms.once(
                once,
                () -> suspensions
                        .suspend(frames.caller(), present, why)
                        .map(done -> new Done("operate/tenants/" + tenant, words().said_suspended(tenant))),
                mistakes -> page(present, mistakes));
    }

    @POST
    @Path("{tenant}/resume")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> resume(@RestPath String slug, @RestPath String tenant, @RestForm @Nullable String once) {
        Tenant present = existing(tenant);
        return forms.once(
                once,
                () -> suspensions
                        .resume(frames.caller(), present)
                        .map(done -> new Done("operate/tenants/" + tenant, words().said_resumed(tenant))),
                mistakes -> page(present, mistakes));
    }

    private Uni<TemplateInstance> page(Tenant tenant, Mistakes mistakes) {
        Scope scope = Scope.tenant(tenant.id());
        return portfolio
                .count(tenant.id())
                .chain(merchants -> fleet.counts(scope).chain(tills -> {
                    One view = one(tenant, merchants, tills);
                    return frames.page(
                            Heading.of("home", view.name(), new Crumb(words().nav_home(), "")),
                            frame -> Templates.tenant(frame, view, mistakes));
                }));
    }

    private One one(Tenant tenant, long merchants, Fleet.Counts tills) {
        var settings = tenant.settings();
        Formats formats = Formats.of(frames.locale(), settings.businessDay().zone());
        return new One(
                tenant,
                settings.name().in(frames.locale()),
                frames.href("operate/tenants/" + tenant.slug()),
                tenant.status() == Tenant.Status.ACTIVE,
                new Numbers(formats.number(merchants), formats.number(tills.all()), formats.number(tills.online())),
                formats.money(settings.limits().saleMax(), settings.currency()),
                settings.businessDay().zone().getId(),
                settings.businessDay().cutOff().toString(),
                settings.pricing().plans().stream().map(plan -> plan.name()).toList(),
                settings.cardHosts().stream().map(host -> host.name()).toList());
    }

    private Tenant existing(String slug) {
        return tenants.bySlug(slug).orElseThrow(() -> new Refusal(CommonProblem.NOT_FOUND, "there is no such tenant"));
    }

    private OperatorMessages words() {
        return Words.in(OperatorMessages.class, frames.locale());
    }
}
