package io.tillgate.portal.acquirer;

import io.smallrye.mutiny.Uni;
import io.tillgate.onboarding.Application;
import io.tillgate.onboarding.Applications;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.Caller;
import io.tillgate.risk.Review;
import io.tillgate.risk.RiskReviews;
import io.tillgate.terminals.Fleet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** What changed on the desk: what waits, and how the tills are doing. */
@ApplicationScoped
class DeskPulse {
    private static final int LOOKED_AT = 50;

    private final Applications applications;
    private final RiskReviews reviews;
    private final Fleet fleet;

    DeskPulse(Applications applications, RiskReviews reviews, Fleet fleet) {
        this.applications = applications;
        this.reviews = reviews;
        this.fleet = fleet;
    }

    Uni<Map<String, String>> of(Caller caller) {
        PageRequest few = new PageRequest(LOOKED_AT, null);
        return applications
                .list(caller, ApplicationsPage.WAITING, null, few)
                .chain(waiting -> reviews.queue(caller.tenant(), Review.Status.OPEN, few)
                        .chain(open -> fleet.counts(caller.scope())
                                .map(tills -> Map.of(
                                        "applications",
                                        stamp(waiting.items().stream()
                                                .map(Application::id)
                                                .toList()),
                                        "reviews",
                                        stamp(open.items().stream()
                                                .map(Review::id)
                                                .toList()),
                                        "tills",
                                        tills.toString()))));
    }

    private static String stamp(List<?> ids) {
        return Integer.toHexString(ids.hashCode());
    }
}
