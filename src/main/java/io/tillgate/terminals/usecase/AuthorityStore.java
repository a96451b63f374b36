package io.tillgate.terminals.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.shared.TenantId;
import java.util.Optional;

/** Keeps authorities, their keys sealed. */
public interface AuthorityStore {
    Uni<Optional<Sealed>> root();

    /** Answers the one that stands, which another replica may have made first. */
    Uni<Sealed> keepRoot(Sealed root);

    Uni<Optional<Sealed>> ofTenant(TenantId tenant);

    /** Answers the one that stands, which another replica may have made first. */
    Uni<Sealed> keepOfTenant(TenantId tenant, Sealed authority);

    /** @param certificate DER */
    @SuppressWarnings("ArrayRecordComponent") // read only, straight from and to a column
    record Sealed(byte[] certificate, byte[] key) {}
}
