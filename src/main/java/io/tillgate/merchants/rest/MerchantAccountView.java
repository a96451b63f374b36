package io.tillgate.merchants.rest;

import io.tillgate.merchants.BankAccount;
import io.tillgate.merchants.MerchantAccount;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;

/** A merchant account as the API shows it; its bank account masked. */
public record MerchantAccountView(
        MerchantAccountId id,
        MerchantId merchantId,
        String merchantNumber,
        String currency,
        String categoryCode,
        String feePlan,
        Payout payout,
        boolean open) {
    /** Where it is paid: first and last four characters. */
    public record Payout(String holder, String account) {}

    static MerchantAccountView of(MerchantAccount account, BankAccount payout) {
        return new MerchantAccountView(
                account.id(),
                account.merchant(),
                account.number().value(),
                account.currency().getCurrencyCode(),
                account.categoryCode(),
                account.feePlan(),
                new Payout(payout.holder(), payout.masked()),
                account.open());
    }
}
