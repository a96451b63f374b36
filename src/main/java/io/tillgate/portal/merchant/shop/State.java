package io.tillgate.portal.merchant.shop;

/**
 * A badge.
 *
 * @param tone good, warn, bad or none
 */
public record State(String label, String tone) {}
