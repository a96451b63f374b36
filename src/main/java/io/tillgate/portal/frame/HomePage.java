package io.tillgate.portal.frame;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;

/** The first page after signing in, by face, and the page about the person's own account. */
@Path("/portal/{slug}")
class HomePage {
    @CheckedTemplate(basePath = "frame")
    static class Templates {
        static native TemplateInstance account(Frame frame, HomeView view);

        private Templates() {}
    }

    private final Frames frames;
    private final HomeViews views;

    HomePage(Frames frames, HomeViews views) {
        this.frames = frames;
        this.views = views;
    }

    @GET
    @Authenticated
    @Produces(MediaType.TEXT_HTML)
    public Uni<TemplateInstance> home(@RestPath String slug) {
        return frames.face().home();
    }

    /** Who you are here, what you may do, and which day it is to your money. */
    @GET
    @Path("account")
    @Authenticated
    @Produces(MediaType.TEXT_HTML)
    public Uni<TemplateInstance> account(@RestPath String slug) {
        HomeView view = views.of(frames.caller(), frames.locale());
        String title = HomeViews.words(frames.locale()).account();
        return frames.page(Heading.of("account", title), frame -> Templates.account(frame, view));
    }
}
