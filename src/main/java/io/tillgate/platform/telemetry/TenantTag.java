package io.tillgate.platform.telemetry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The tenant tag of a metric: the slug of the first {@value #TENANTS_MAX} tenants seen, {@code other} for the rest. */
@ApplicationScoped
public class TenantTag {
    static final int TENANTS_MAX = 200;

    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    public String of(String slug) {
        if (seen.contains(slug)) {
            return slug;
        }
        return seen.size() < TENANTS_MAX && seen.add(slug) ? slug : "other";
    }
}
