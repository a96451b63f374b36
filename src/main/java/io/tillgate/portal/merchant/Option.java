package io.tillgate.portal.merchant;

/** One choice of a list to choose from. */
public record Option(String value, String label, boolean chosen) {}
