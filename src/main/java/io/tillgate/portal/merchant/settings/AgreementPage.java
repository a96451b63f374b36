package io.tillgate.portal.merchant.settings;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.onboarding.AcceptedAgreement;
import io.tillgate.onboarding.Applications;
import io.tillgate.platform.identity.Roles;
import io.tillgate.portal.frame.AgreementFile;
import io.tillgate.portal.frame.AgreementMessages;
import io.tillgate.portal.frame.Frame;
import io.tillgate.portal.frame.Frame.Crumb;
import io.tillgate.portal.frame.Frames;
import io.tillgate.portal.frame.Heading;
import io.tillgate.portal.frame.Words;
import io.tillgate.portal.merchant.shop.Shop;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What the shop agreed to, as it was accepted. */
@Path("/portal/{slug}/settings/agreement")
@RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER})
class AgreementPage {
    @CheckedTemplate(basePath = "merchant/settings")
    static class Templates {
        static native TemplateInstance agreement(Frame frame, View view);

        private Templates() {}
    }

    /**
     * What the page shows.
     *
     * @param accepted null for a shop that came to be without an application
     * @param file where its text is taken from
     */
    public record View(@Nullable AcceptedAgreement accepted, String when, String file) {}

    private final Frames frames;
    private final Shop shop;
    private final SettingsViews views;
    private final Applications applications;

    AgreementPage(Frames frames, Shop shop, SettingsViews views, Applications applications) {
        this.frames = frames;
        this.shop = shop;
        this.views = views;
        this.applications = applications;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Uni<TemplateInstance> agreement(@RestPath String slug) {
        return accepted().chain(found -> {
            View view = new View(
                    found.orElse(null),
                    found.map(each -> frames.formats().moment(each.by().at())).orElse(""),
                    frames.href("settings/agreement/text"));
            return frames.page(
                    Heading.of(
                            "settings",
                            Words.in(AgreementMessages.class, frames.locale()).title(),
                            new Crumb(views.words().title(), "settings")),
                    frame -> Templates.agreement(frame, view));
        });
    }

    @GET
    @Path("text")
    @Produces(MediaType.TEXT_PLAIN)
    public Uni<Response> text(@RestPath String slug) {
        return accepted().map(found -> AgreementFile.of(found.orElse(null)));
    }

    private Uni<Optional<AcceptedAgreement>> accepted() {
        return applications.accepted(shop.caller().tenant(), shop.merchant());
    }
}
