package io.tillgate.ledger;

/**
 * The chart of accounts. Codes are stored and shown; they are never renamed.
 *
 * <p>Normal side: assets and costs are debit (positive), what we owe and earn is credit (negative).
 */
public enum AccountCode {
    /** What the card host owes us for captured payments, gross, less refunds. Asset. */
    CARD_HOST_RECEIVABLE("card-host-receivable", Holder.TENANT, Proof.OPEN_ITEMS),
    /** What merchants paid us for accepting payments. Income. */
    FEE_INCOME("fee-income", Holder.TENANT, Proof.POSTINGS),
    /** What card host and schemes kept for themselves when they funded us. Cost. */
    HOST_COST("host-cost", Holder.TENANT, Proof.POSTINGS),
    /** Payouts released and not yet booked by the bank. Owed. */
    PAYOUT_CLEARING("payout-clearing", Holder.TENANT, Proof.OPEN_ITEMS),
    /** Our account at the payout bank. Asset. */
    BANK("bank", Holder.TENANT, Proof.POSTINGS),
    /** What our own bank charges for its services, less interest. Cost. */
    BANK_COST("bank-cost", Holder.TENANT, Proof.POSTINGS),
    /** Money whose owner is not known yet; every cent in it is somebody's work. */
    SUSPENSE("suspense", Holder.TENANT, Proof.OPEN_ITEMS),
    /** Memo: cash that stores took over the counter. It never was ours; the pair with the next only counts it. */
    CASH_IN_STORES("cash-in-stores", Holder.TENANT, Proof.OPEN_ITEMS),
    /** Memo: the other side of cash in stores. */
    CASH_TAKINGS("cash-takings", Holder.TENANT, Proof.POSTINGS),
    /** What we owe one merchant account. Owed. */
    MERCHANT_PAYABLE("merchant-payable", Holder.MERCHANT_ACCOUNT, Proof.OPEN_ITEMS),
    /** What we hold back of one merchant account against later losses. Owed. */
    MERCHANT_RESERVE("merchant-reserve", Holder.MERCHANT_ACCOUNT, Proof.OPEN_ITEMS);

    private final String code;
    private final Holder holder;
    private final Proof proof;

    AccountCode(String code, Holder holder, Proof proof) {
        this.code = code;
        this.holder = holder;
        this.proof = proof;
    }

    public String code() {
        return code;
    }

    public Holder holder() {
        return holder;
    }

    public Proof proof() {
        return proof;
    }

    /** Fails on a code that is not in the chart: a stored code always is. */
    public static AccountCode ofCode(String code) {
        for (AccountCode each : values()) {
            if (each.code.equals(code)) {
                return each;
            }
        }
        throw new IllegalArgumentException("no account code " + code);
    }

    /** How many accounts of a code there are. */
    public enum Holder {
        /** One for each currency of the tenant. */
        TENANT,
        /** One for each merchant account. */
        MERCHANT_ACCOUNT
    }

    /** What a balance has to equal, at any moment. */
    public enum Proof {
        /** The sum of its postings, and the sum of the open items that other packages keep. */
        OPEN_ITEMS,
        /** The sum of its postings. */
        POSTINGS
    }
}
