package io.tillgate.tenancy.rest;

import io.tillgate.shared.TenantId;
import io.tillgate.tenancy.Tenant;
import java.util.List;
import java.util.Locale;

/** A tenant as operators see it. */
record TenantView(
        TenantId id,
        String slug,
        Name name,
        String realm,
        String issuer,
        String status,
        String currency,
        String timeZone,
        String calendar,
        String cutOff,
        List<String> feePlans,
        String hash) {

    record Name(String en, String zh) {}

    static TenantView of(Tenant tenant) {
        var settings = tenant.settings();
        var day = settings.businessDay();
        return new TenantView(
                tenant.id(),
                tenant.slug(),
                new Name(settings.name().en(), settings.name().zh()),
                tenant.realm(),
                tenant.issuer(),
                tenant.status().name().toLowerCase(Locale.ROOT),
                settings.currency().getCurrencyCode(),
                day.zone().getId(),
                day.calendar(),
                day.cutOff().toString(),
                settings.pricing().plans().stream().map(p -> p.name()).toList(),
                tenant.hash());
    }
}
