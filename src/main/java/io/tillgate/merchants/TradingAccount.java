package io.tillgate.merchants;

/** A merchant account and what its merchant may do now, read together. */
public record TradingAccount(MerchantAccount account, Standing standing) {
    /** Whether a sale may be taken on it now. */
    public boolean mayTrade() {
        return account.open() && standing.mayTrade();
    }
}
