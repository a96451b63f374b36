package io.tillgate.tenancy;

import com.github.f4b6a3.uuid.UuidCreator;
import io.tillgate.shared.TenantId;
import java.util.UUID;

/**
 * One tenant as it runs now.
 *
 * @param realm name of its realm at the identity provider
 * @param issuer {@code iss} of its tokens
 * @param hash SHA-256 of the applied file, lower-case hex
 */
public record Tenant(
        TenantId id, String slug, String realm, String issuer, Status status, TenantSettings settings, String hash) {
    private static final UUID NAMESPACE = UUID.fromString("6f1c3f2e-6b0a-5d57-9f0e-7a1d2c9b4e10");

    /** The same tenant in this status. */
    public Tenant in(Status now) {
        return now == status ? this : new Tenant(id, slug, realm, issuer, now, settings, hash);
    }

    /** A tenant's id follows from its slug, so that two installations and a restored one agree on it. */
    public static TenantId idOf(String slug) {
        return new TenantId(UuidCreator.getNameBasedSha1(NAMESPACE, slug));
    }

    public enum Status {
        ACTIVE,
        /** Nobody of it works here and no terminal is connected; what is owed is still paid, and only what is too old is deleted. */
        SUSPENDED
    }
}
