package io.tillgate.onboarding.domain;

import java.time.LocalDate;

/**
 * A sanctions list and which edition of it; kept with every screening result, because the answer is only as good as
 * the list was.
 *
 * @param date of the edition as far as the files tell
 * @param digest SHA-256 over the files, hexadecimal
 */
public record SanctionsList(String name, LocalDate date, String digest, SanctionsIndex index) {}
