package io.tillgate.merchants;

import io.tillgate.platform.audit.AuditEntry.Actor;
import io.tillgate.shared.ApplicationId;
import io.tillgate.shared.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * Makes a merchant with its first account.
 *
 * @param application unique: a second merchant for it is refused by the database
 * @param account the first one
 * @param firstStore made along when the application named one
 */
public record NewMerchant(
        TenantId tenant,
        ApplicationId application,
        BusinessIdentity business,
        NewAccount account,
        Store.@Nullable Details firstStore,
        Actor actor) {}
