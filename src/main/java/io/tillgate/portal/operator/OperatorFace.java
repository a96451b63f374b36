package io.tillgate.portal.operator;

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

/** For those who run the platform. */
@ApplicationScoped
class OperatorFace implements Face {
    private final Instance<TenantsPage> tenants;

    OperatorFace(Instance<TenantsPage> tenants) {
        this.tenants = tenants;
    }

    @Override
    public String called(Locale locale) {
        return Words.in(OperatorMessages.class, locale).face();
    }

    @Override
    public boolean isFor(Caller caller) {
        return caller.has(Roles.OPERATOR);
    }

    @Override
    public List<Place> places(Caller caller, Locale locale) {
        OperatorMessages words = Words.in(OperatorMessages.class, locale);
        return List.of(
                new Place("home", words.nav_home(), "", "tenants", true),
                new Place("health", words.nav_health(), "operate/health", "heart", true),
                new Place("audit", words.nav_audit(), "operate/audit", "document", true));
    }

    @Override
    public Uni<String> context(Caller caller) {
        return Uni.createFrom().item("");
    }

    @Override
    public Uni<TemplateInstance> home() {
        return tenants.get().home();
    }

    @Override
    public Uni<Map<String, String>> pulse(Caller caller) {
        return Uni.createFrom().item(Map.of());
    }
}
