package io.tillgate.portal.acquirer;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.portal.frame.Face;
import io.tillgate.portal.frame.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** For the staff of a tenant, whatever their roles. */
@ApplicationScoped
class AcquirerFace implements Face {
    private static final Set<String> ALL = Roles.OF_ACQUIRER;

    private final Instance<TodayPage> today;
    private final DeskPulse pulse;

    AcquirerFace(Instance<TodayPage> today, DeskPulse pulse) {
        this.today = today;
        this.pulse = pulse;
    }

    @Override
    public boolean isFor(Caller caller) {
        return caller.roles().stream().anyMatch(ALL::contains);
    }

    @Override
    public String called(Locale locale) {
        return Words.in(AcquirerMessages.class, locale).face();
    }

    /** What each role comes for stands in the phone's bar. */
    @Override
    public List<Place> places(Caller caller, Locale locale) {
        AcquirerMessages words = Words.in(AcquirerMessages.class, locale);
        return Stream.of(
                        place("home", words.nav_home(), "", "home", ALL),
                        place(FindPage.PLACE, words.nav_find(), "find", "search", ALL),
                        place(
                                ApplicationsPage.PLACE,
                                words.nav_applications(),
                                "applications",
                                "queue",
                                Set.of(Roles.ACQUIRER_ADMIN, Roles.UNDERWRITER, Roles.RISK_ANALYST, Roles.SUPPORT)),
                        place(
                                RiskPage.PLACE,
                                words.nav_risk(),
                                "risk",
                                "shield",
                                Set.of(Roles.ACQUIRER_ADMIN, Roles.RISK_ANALYST)),
                        place(
                                PayoutsPage.PLACE,
                                words.nav_payouts(),
                                "payouts",
                                "payouts",
                                Set.of(Roles.ACQUIRER_ADMIN, Roles.FINANCE, Roles.SUPPORT)),
                        place(
                                TillsPage.PLACE,
                                words.nav_tills(),
                                "tills",
                                "tills",
                                Set.of(Roles.ACQUIRER_ADMIN, Roles.SUPPORT, Roles.RISK_ANALYST)),
                        place(MerchantsPage.PLACE, words.nav_merchants(), "merchants", "stores", ALL),
                        place(
                                ChangesPage.PLACE,
                                words.nav_changes(),
                                "changes",
                                "undo",
                                Set.of(Roles.ACQUIRER_ADMIN, Roles.FINANCE)),
                        place(FeesPage.PLACE, words.nav_fees(), "fees", "percent", ALL),
                        place(
                                AuditPage.PLACE,
                                words.nav_audit(),
                                "audit",
                                "document",
                                Set.of(Roles.ACQUIRER_ADMIN, Roles.SUPPORT)),
                        place(StaffPage.PLACE, words.nav_staff(), "staff", "team", Set.of(Roles.ACQUIRER_ADMIN)))
                .filter(each -> each.roles().stream().anyMatch(caller::has))
                .map(For::place)
                .toList();
    }

    private record For(Place place, Set<String> roles) {}

    private static For place(String key, String label, String path, String icon, Set<String> roles) {
        return new For(
                new Place(key, label, path.isEmpty() ? "" : "desk/" + path, icon, !key.equals(FeesPage.PLACE)), roles);
    }

    @Override
    public Uni<String> context(Caller caller) {
        return Uni.createFrom().item("");
    }

    @Override
    public Uni<TemplateInstance> home() {
        return today.get().page();
    }

    @Override
    public Uni<Map<String, String>> pulse(Caller caller) {
        return pulse.of(caller);
    }
}
