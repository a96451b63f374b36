package io.tillgate.tenancy;

import io.tillgate.shared.MerchantId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person of a tenant's realm.
 *
 * @param id the subject of the person's tokens
 * @param roles business roles
 * @param merchant set for people of a merchant, once it is known
 * @param active whether the person can sign in
 */
public record StaffMember(
        String id,
        String username,
        String email,
        Set<String> roles,
        @Nullable MerchantId merchant,
        boolean active) {
    public StaffMember {
        roles = Set.copyOf(roles);
    }
}
