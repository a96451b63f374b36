package io.tillgate.onboarding.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.persistence.OutboxEvent;
import io.tillgate.platform.persistence.OutboxListener;
import io.tillgate.shared.MerchantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** After an approval the applicant's next token carries the merchant; an identity provider that is away is asked again later. */
@ApplicationScoped
class LinkingApplicants implements OutboxListener {
    /** Payload {@code application, subject, merchant}. */
    static final String APPROVED = "application.approved";

    private final ApplicantLink link;

    LinkingApplicants(ApplicantLink link) {
        this.link = link;
    }

    @Override
    public String name() {
        return "linking-applicants";
    }

    @Override
    public Set<String> types() {
        return Set.of(APPROVED);
    }

    @Override
    public Uni<Void> on(OutboxEvent event) {
        return link.link(
                event.tenant(),
                event.payload().getString("subject"),
                MerchantId.fromString(event.payload().getString("merchant")));
    }
}
