package io.tillgate.portal.merchant;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;

/** What somebody sees who is to become a merchant: the application, wherever it stands. */
@RequestScoped
class ApplicantHome {
    private final OwnApplication own;
    private final ApplicationPage pages;

    ApplicantHome(OwnApplication own, ApplicationPage pages) {
        this.own = own;
        this.pages = pages;
    }

    Uni<TemplateInstance> page() {
        return own.find().chain(pages::shown);
    }
}
