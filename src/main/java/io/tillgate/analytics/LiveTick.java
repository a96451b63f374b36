package io.tillgate.analytics;

/**
 * Something of a merchant's figures changed.
 *
 * @param version rises with each change; a page that shows it already may let a tick pass
 */
public record LiveTick(long version) {}
