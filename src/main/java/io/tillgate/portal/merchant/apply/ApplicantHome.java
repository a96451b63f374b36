package io.tillgate.portal.merchant.apply;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;

/** What somebody sees who is to become a merchant: the application, wherever it stands. */
@RequestScoped
public class ApplicantHome {
    private final OwnApplication own;
    private final ApplicationPage pages;

    public ApplicantHome(OwnApplication own, ApplicationPage pages) {
        this.own = own;
        this.pages = pages;
    }

    public Uni<TemplateInstance> page() {
        return own.find().chain(pages::shown);
    }
}
