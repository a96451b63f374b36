package io.tillgate.tenancy;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** What a capability does about tenants. Beans of this type are called one after the other, in the order of {@link #order}. */
public interface TenantLifecycle {
    /** Smaller is earlier; capabilities that others build on come first. */
    default int order() {
        return 100;
    }

    /** What this capability finds wrong with settings before they are applied: an expression that does not compile. */
    default List<Objection> objections(TenantSettings settings) {
        return List.of();
    }

    /**
     * The tenant runs with these settings from now on. Called on every replica, at every start and after every change, so it
     * must bear being called again with the same settings. A failure is logged and tried again.
     */
    Uni<Void> applied(Tenant tenant);

    /**
     * One thing to put right.
     *
     * @param path of keys in the tenant file, for example {@code risk.rules[2].when}
     */
    record Objection(String path, String message) {}
}
