package io.tillgate.platform.identity;

import io.tillgate.shared.TenantId;
import java.util.List;
import java.util.Optional;

/** The realms whose tokens are believed. Filled by tenancy; answers from memory. */
public interface TenantDirectory {
    Optional<RealmEntry> byIssuer(String issuer);

    Optional<RealmEntry> bySlug(String slug);

    /** Every tenant, suspended ones too, without the platform. */
    List<RealmEntry> all();

    /**
     * One realm.
     *
     * @param issuer the {@code iss} of its tokens, exactly
     * @param suspended its tokens say who somebody is, and nothing more
     */
    record RealmEntry(TenantId tenant, String slug, String realm, String issuer, boolean suspended) {}
}
