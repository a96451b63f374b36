package io.tillgate.merchants;

import io.tillgate.platform.audit.AuditEntry.Actor;
import io.tillgate.shared.ApplicationId;
import io.tillgate.shared.TenantId;
import io.tillgate.shared.identifiers.CategoryCode;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * Makes a merchant with its first account.
 *
 * @param application unique: a second merchant for it is refused by the database
 * @param firstStore made along when the application named one
 */
public record NewMerchant(
        TenantId tenant,
        ApplicationId application,
        BusinessIdentity business,
        FirstAccount account,
        Store.@Nullable Details firstStore,
        Actor actor) {

    /** The account that comes with the merchant. */
    public record FirstAccount(Currency currency, CategoryCode category, String feePlan, BankAccount payout) {}
}
