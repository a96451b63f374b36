package io.tillgate.portal.merchant;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.portal.frame.Frame;
import io.tillgate.portal.frame.Frames;
import io.tillgate.portal.frame.Heading;
import io.tillgate.portal.frame.Words;
import jakarta.enterprise.context.RequestScoped;

/** What somebody sees who is to become a merchant. */
@RequestScoped
class ApplicantHome {
    @CheckedTemplate(basePath = "merchant")
    static class Templates {
        static native TemplateInstance applicant(Frame frame);

        private Templates() {}
    }

    private final Frames frames;

    ApplicantHome(Frames frames) {
        this.frames = frames;
    }

    Uni<TemplateInstance> page() {
        String title = Words.in(ShopMessages.class, frames.locale()).nav_application();
        return frames.page(Heading.of("application", title), Templates::applicant);
    }
}
