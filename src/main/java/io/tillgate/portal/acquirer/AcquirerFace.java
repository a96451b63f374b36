package io.tillgate.portal.acquirer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.portal.frame.Face;
import io.tillgate.portal.frame.Frame;
import io.tillgate.portal.frame.Frames;
import io.tillgate.portal.frame.Heading;
import io.tillgate.portal.frame.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** For the staff of a tenant, whatever their roles. */
@ApplicationScoped
class AcquirerFace implements Face {
    @CheckedTemplate(basePath = "acquirer")
    static class Templates {
        static native TemplateInstance home(Frame frame);

        private Templates() {}
    }

    private final Frames frames;

    AcquirerFace(Frames frames) {
        this.frames = frames;
    }

    @Override
    public boolean isFor(Caller caller) {
        return caller.roles().stream().anyMatch(Roles.OF_ACQUIRER::contains);
    }

    @Override
    public List<Place> places(Caller caller, Locale locale) {
        AcquirerMessages words = Words.in(AcquirerMessages.class, locale);
        return List.of(new Place("home", words.nav_home(), "", "home", true));
    }

    @Override
    public Uni<String> context(Caller caller) {
        return Uni.createFrom().item("");
    }

    @Override
    public Uni<TemplateInstance> home() {
        String title = Words.in(AcquirerMessages.class, frames.locale()).nav_home();
        return frames.page(Heading.of("home", title), Templates::home);
    }

    @Override
    public Uni<Map<String, String>> pulse(Caller caller) {
        return Uni.createFrom().item(Map.of());
    }
}
