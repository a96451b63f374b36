package io.tillgate.platform.persistence;

import io.tillgate.shared.MerchantId;
import io.tillgate.shared.TenantId;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whose rows a transaction may see: one or more tenants, at most {@value #TENANTS_MAX}, and for merchant roles one merchant of one tenant. */
public record Scope(Set<TenantId> tenants, @Nullable MerchantId merchant) {
    static final int TENANTS_MAX = 1000;

    public Scope {
        tenants = Set.copyOf(tenants);
        if (tenants.isEmpty() || tenants.size() > TENANTS_MAX) {
            throw new IllegalArgumentException("a scope holds 1 to " + TENANTS_MAX + " tenants, not " + tenants.size());
        }
        if (merchant != null && tenants.size() != 1) {
            throw new IllegalArgumentException("a merchant's scope has exactly one tenant");
        }
    }

    public static Scope tenant(TenantId tenant) {
        return new Scope(Set.of(tenant), null);
    }

    public static Scope merchant(TenantId tenant, MerchantId merchant) {
        return new Scope(Set.of(tenant), merchant);
    }

    /** Crosses tenants: for jobs and batches that carry the tenant in every row. */
    public static Scope tenants(Collection<TenantId> tenants) {
        return new Scope(Set.copyOf(tenants), null);
    }

    String tenantsSetting() {
        return tenants.stream().map(TenantId::toString).sorted().collect(Collectors.joining(","));
    }

    String merchantSetting() {
        return merchant == null ? "" : merchant.toString();
    }
}
