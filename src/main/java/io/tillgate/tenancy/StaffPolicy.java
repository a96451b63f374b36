package io.tillgate.tenancy;

import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.shared.MerchantId;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who lets whom in: an operator a tenant's administrators; an administrator the acquirer's staff and merchants' owners; a
 * merchant's owner the managers of that merchant.
 */
final class StaffPolicy {
    private StaffPolicy() {}

    /** The roles that this caller may give and take away; empty for everybody else. */
    static Set<String> rolesGivenBy(Caller caller) {
        Set<String> roles = new HashSet<>();
        if (caller.has(Roles.OPERATOR)) {
            roles.add(Roles.ACQUIRER_ADMIN);
        }
        if (caller.has(Roles.ACQUIRER_ADMIN)) {
            roles.addAll(Roles.OF_ACQUIRER);
            roles.add(Roles.MERCHANT_OWNER);
        }
        if (caller.has(Roles.MERCHANT_OWNER) && caller.merchant() != null) {
            roles.add(Roles.MERCHANT_MANAGER);
        }
        return Set.copyOf(roles);
    }

    /** An owner's managers are of the owner's merchant, whatever was asked for; staff of the acquirer are of none. */
    static @Nullable MerchantId merchantOf(Caller caller, String role, @Nullable MerchantId asked) {
        if (!Roles.OF_MERCHANTS.contains(role)) {
            return null;
        }
        return caller.isOfMerchant() ? caller.merchant() : asked;
    }

    /** Another's people look as if they did not exist. */
    static boolean mayManage(Caller caller, StaffMember member) {
        boolean role = member.roles().stream().anyMatch(rolesGivenBy(caller)::contains);
        return role
                && (!caller.isOfMerchant()
                        || (member.merchant() != null && member.merchant().equals(caller.merchant())));
    }
}
