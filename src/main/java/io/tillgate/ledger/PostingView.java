package io.tillgate.ledger;

import io.tillgate.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One posting of an account, with what it was booked for.
 *
 * @param amount debit positive
 * @param source what it was booked for
 */
public record PostingView(
        UUID entry,
        int line,
        LocalDate businessDate,
        Instant recordedAt,
        String rule,
        JournalSource source,
        Money amount) {}
