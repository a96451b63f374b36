package io.tillgate.portal.merchant.shop;

/**
 * What happened and when, as a line of a time line.
 *
 * @param tone good, warn, bad or none
 */
public record Event(String title, String about, String when, String tone) {}
