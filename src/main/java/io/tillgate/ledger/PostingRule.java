package io.tillgate.ledger;

/** Why an entry exists. Stored by name and part of what makes an entry unique; never renamed. */
public enum PostingRule {
    SALE("sale"),
    SALE_FEE("sale-fee"),
    VOID("void"),
    VOID_FEE("void-fee"),
    REFUND("refund"),
    REFUND_FEE("refund-fee"),
    CASH_SALE("cash-sale"),
    CASH_REFUND("cash-refund"),
    HOST_FUNDING("host-funding"),
    PAYOUT_RELEASED("payout-released"),
    PAYOUT_BOOKED("payout-booked"),
    PAYOUT_REJECTED("payout-rejected"),
    PAYOUT_CANCELLED("payout-cancelled"),
    PAYOUT_RETURNED("payout-returned"),
    MONTHLY_FEE("monthly-fee"),
    TIER_FEE("tier-fee"),
    MONTHLY_MINIMUM_FEE("monthly-minimum-fee"),
    CHARGEBACK("chargeback"),
    CHARGEBACK_WON("chargeback-won"),
    RESERVE_HELD("reserve-held"),
    RESERVE_RELEASED("reserve-released"),
    ADJUSTMENT("adjustment"),
    SUSPENDED("suspended"),
    BANK_CHARGE("bank-charge"),
    TOLD_BEFORE("told-before");

    private final String code;

    PostingRule(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
