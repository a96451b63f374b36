package io.tillgate.portal.frame;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;

/** Pages that ask once. */
@RequestScoped
public class Confirms {
    @CheckedTemplate(basePath = "frame")
    static class Templates {
        static native TemplateInstance confirm(Frame frame, Confirm view);

        private Templates() {}
    }

    private final Frames frames;

    Confirms(Frames frames) {
        this.frames = frames;
    }

    public Uni<TemplateInstance> page(Heading heading, Confirm view) {
        return frames.page(heading, frame -> Templates.confirm(frame, view));
    }
}
