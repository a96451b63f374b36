package io.tillgate.portal.frame;

import io.tillgate.tenancy.Tenant;
import io.tillgate.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;

/** A tenant's colour as a stylesheet of one rule, since a page may hold no style; everything else is in ours. */
@ApplicationScoped
class Brands {
    private static final Brand PLATFORM = new Brand("#334155", "Tillgate", "platform");

    private final Tenants tenants;

    Brands(Tenants tenants) {
        this.tenants = tenants;
    }

    /** Colour, word mark, and a version that changes with the tenant file. */
    record Brand(String colour, String logo, String version) {}

    Brand of(String slug) {
        return tenants.bySlug(slug).map(Brands::brand).orElse(PLATFORM);
    }

    String css(String slug) {
        return ":root{--brand:" + of(slug).colour() + "}";
    }

    private static Brand brand(Tenant tenant) {
        var brand = tenant.settings().brand();
        return new Brand(brand.colour(), brand.logo(), tenant.hash().substring(0, 8));
    }
}
