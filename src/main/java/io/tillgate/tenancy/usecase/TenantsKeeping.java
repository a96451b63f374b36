package io.tillgate.tenancy.usecase;

import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.retention.TenantKeeping;
import io.tillgate.shared.TenantId;
import io.tillgate.tenancy.Tenant;
import io.tillgate.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** A suspended tenant's rows grow old like any other's; the platform's own are kept as long as the law asks of books. */
@ApplicationScoped
class TenantsKeeping implements TenantKeeping {
    private static final Period PLATFORM_AUDIT = Period.ofYears(10);

    private final Tenants tenants;

    TenantsKeeping(Tenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public List<TenantId> all() {
        return Stream.concat(tenants.all().stream().map(Tenant::id), Stream.of(Caller.PLATFORM))
                .toList();
    }

    @Override
    public ZoneId zone(TenantId tenant) {
        return tenants.byId(tenant)
                .map(found -> found.settings().businessDay().zone())
                .orElse(ZoneOffset.UTC);
    }

    @Override
    public Period audit(TenantId tenant) {
        return tenants.byId(tenant)
                .map(found -> found.settings().retention().audit())
                .orElse(PLATFORM_AUDIT);
    }
}
