package io.tillgate.portal.merchant.shop;

/** One choice of a list to choose from. */
public record Option(String value, String label, boolean chosen) {}
