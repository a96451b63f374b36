package io.tillgate.portal.merchant.shop;

/** One line of a sum, from the first figure to what comes of it. */
public record Sum(String label, String amount, boolean last) {}
