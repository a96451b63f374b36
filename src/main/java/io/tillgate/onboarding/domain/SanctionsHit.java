package io.tillgate.onboarding.domain;

/**
 * A name on the list that resembles a name of the application.
 *
 * @param score 0 to 100; 100 is equal but for case, accents, punctuation, legal form and order of words
 */
public record SanctionsHit(String reference, String listedName, String programme, int score) {}
