package io.tillgate.sales.receipt;

/** Who keeps a receipt. The customer's shows four digits of the card only. */
public enum Copy {
    MERCHANT,
    CUSTOMER
}
