package io.tillgate.payments.store;

import io.tillgate.payments.PaymentKind;
import io.tillgate.payments.TakePayment;
import io.tillgate.payments.domain.Duty;
import io.tillgate.shared.Money;
import io.tillgate.shared.PaymentId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A payment at its first commit.
 *
 * @param at in business time
 * @param deadlineMillis from the database's now until anybody may take it over
 */
public record ArmedPayment(
        PaymentId id,
        LocalDate businessDate,
        Instant at,
        TakePayment command,
        PaymentKind kind,
        String tender,
        Money amount,
        @Nullable OriginalRow original,
        @Nullable StoredCard card,
        HostMark host,
        Duty duty,
        Owner owner,
        long deadlineMillis) {

    /** Where the original payment stands. */
    public record OriginalRow(PaymentId id, LocalDate businessDate) {}

    /** A card as it is stored: the number only sealed. */
    public record StoredCard(String entry, String masked, String scheme, byte[] token, byte[] sealed) {}

    /** How the host will know this message. */
    public record HostMark(String host, int trace, Instant transmittedAt) {}

    /** Which process has the payment in its hands. */
    public record Owner(String node, long epoch) {}
}
