package io.tillgate.tenancy;

import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tenants as they run now. Answers from memory; what another replica applies is seen here seconds later. */
@ApplicationScoped
public class Tenants {
    private volatile Snapshot now = new Snapshot(Map.of(), Map.of(), Map.of());

    private record Snapshot(Map<TenantId, Tenant> byId, Map<String, Tenant> bySlug, Map<String, Tenant> byIssuer) {}

    /** Every tenant, by slug. */
    public List<Tenant> all() {
        return now.byId().values().stream()
                .sorted(Comparator.comparing(Tenant::slug))
                .toList();
    }

    public Optional<Tenant> byId(TenantId id) {
        return Optional.ofNullable(now.byId().get(id));
    }

    public Optional<Tenant> bySlug(String slug) {
        return Optional.ofNullable(now.bySlug().get(slug));
    }

    public Optional<Tenant> byIssuer(String issuer) {
        return Optional.ofNullable(now.byIssuer().get(issuer));
    }

    /**
     * What a tenant is like now.
     *
     * @throws Refusal {@code NOT_FOUND} if there is no such tenant
     */
    public TenantSettings settings(TenantId id) {
        return byId(id).map(Tenant::settings)
                .orElseThrow(() -> new Refusal(CommonProblem.NOT_FOUND, "there is no such tenant"));
    }

    /** The date that something at this instant is booked under. */
    public LocalDate businessDate(TenantId id, Instant instant) {
        return settings(id).businessDay().dateAt(instant);
    }

    /** The days on which the tenant's bank works. */
    public BusinessCalendar calendar(TenantId id) {
        return BusinessCalendars.of(settings(id).businessDay().calendar());
    }

    /** For the use cases of this package: what runs now is exactly this. */
    public void replaceAll(Collection<Tenant> tenants) {
        Map<TenantId, Tenant> byId = new HashMap<>();
        Map<String, Tenant> bySlug = new HashMap<>();
        Map<String, Tenant> byIssuer = new HashMap<>();
        for (Tenant tenant : tenants) {
            byId.put(tenant.id(), tenant);
            bySlug.put(tenant.slug(), tenant);
            byIssuer.put(tenant.issuer(), tenant);
        }
        now = new Snapshot(Map.copyOf(byId), Map.copyOf(bySlug), Map.copyOf(byIssuer));
    }
}
