package io.tillgate.platform.identity;

import io.tillgate.platform.persistence.Scope;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.TenantId;
import java.util.Collections;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as the verified token says: never a header, a path or a parameter.
 *
 * @param tenant the realm's tenant; {@link #PLATFORM} for operators
 * @param subject the user's or service account's id in the realm
 * @param roles business roles only
 * @param merchant the merchant of a merchant role; null for the acquirer's staff and for an applicant
 * @param source the network address the request came from
 */
public record Caller(
        TenantId tenant,
        String realm,
        String subject,
        String username,
        Set<String> roles,
        @Nullable MerchantId merchant,
        String source) {
    /** The platform itself, which owns no merchant. */
    public static final TenantId PLATFORM = new TenantId(new UUID(0, 0));

    private static final MerchantId NO_MERCHANT = new MerchantId(new UUID(0, 0));

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean has(String role) {
        return roles.contains(role);
    }

    /** Whether the caller is bound to a merchant's view: a merchant role, and none of the acquirer's. */
    public boolean isOfMerchant() {
        return Collections.disjoint(roles, Roles.OF_ACQUIRER) && !Collections.disjoint(roles, Roles.OF_MERCHANTS);
    }

    /** The tenant's rows for staff; one merchant's rows for merchant roles; no merchant's rows for an applicant. */
    public Scope scope() {
        if (!isOfMerchant()) {
            return Scope.tenant(tenant);
        }
        return Scope.merchant(tenant, merchant == null ? NO_MERCHANT : merchant);
    }
}
