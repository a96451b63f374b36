package io.tillgate.platform.identity;

import java.util.Set;

/** Business roles: realm roles of the access token. {@code OPERATOR} exists in the platform realm, the others in a tenant's. */
public final class Roles {
    public static final String OPERATOR = "operator";
    public static final String ACQUIRER_ADMIN = "acquirer-admin";
    public static final String UNDERWRITER = "underwriter";
    public static final String RISK_ANALYST = "risk-analyst";
    public static final String FINANCE = "finance";
    public static final String SUPPORT = "support";
    public static final String MERCHANT_OWNER = "merchant-owner";
    public static final String MERCHANT_MANAGER = "merchant-manager";
    public static final String BANK = "bank";

    /** Roles that see their own merchant only. */
    public static final Set<String> OF_MERCHANTS = Set.of(MERCHANT_OWNER, MERCHANT_MANAGER);

    /** Roles of the acquirer's staff, who see every merchant of their tenant. */
    public static final Set<String> OF_ACQUIRER = Set.of(ACQUIRER_ADMIN, UNDERWRITER, RISK_ANALYST, FINANCE, SUPPORT);

    private Roles() {}
}
