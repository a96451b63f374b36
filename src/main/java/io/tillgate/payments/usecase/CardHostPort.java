package io.tillgate.payments.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.payments.card.OpenedCard;
import io.tillgate.payments.domain.Duty;
import io.tillgate.platform.crypto.ZoneKey;
import io.tillgate.platform.crypto.cipher.SecretBytes;
import io.tillgate.shared.Money;
import io.tillgate.shared.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tenant's card host, as a payment sees it. */
public interface CardHostPort {
    /** Empty when the tenant has no host. */
    Optional<Terms> terms(TenantId tenant);

    /** Answers within the terms' time, whatever happens; fails only on a bug. */
    Uni<Reply> ask(TenantId tenant, Question question);

    /**
     * How this host works.
     *
     * @param answerWithin the longest a reply may take
     * @param refundDuty {@code REPEAT} where the host takes refunds as advices, {@code REVERSE} where as requests
     * @param pinKey the key for PINs, shared with the host; null where it takes none
     */
    record Terms(
            String host,
            Duration answerWithin,
            Duty refundDuty,
            @Nullable ZoneKey pinKey) {}

    /** What is asked. */
    enum Purpose {
        SALE,
        REFUND,
        VOID,
        REVERSAL,
        ECHO
    }

    /**
     * @param card null for an echo
     * @param original null for a sale and an echo
     */
    record Question(
            Purpose purpose,
            Station station,
            Mark mark,
            Money amount,
            @Nullable CardPresented card,
            @Nullable OriginalMessage original) {}

    /** Who asks, by the numbers a host knows. */
    record Station(String terminalNumber, String merchantNumber, String mcc, java.time.ZoneId zone) {}

    /** Trace number and time of one message. */
    record Mark(int trace, Instant transmittedAt) {}

    /**
     * @param entry chip, contactless, swipe or manual
     * @param pin block under the host's key; null for most messages, and always for those that are sent again
     */
    record CardPresented(
            String entry,
            OpenedCard card,
            byte[] emv,
            @Nullable SecretBytes pin) {}

    /**
     * The message that this one undoes or gives back.
     *
     * @param attempt for a reversal: 1 at first, more for repeats
     */
    record OriginalMessage(
            Purpose purpose,
            Mark mark,
            @Nullable String rrn,
            @Nullable String authCode,
            String reason,
            int attempt) {}

    /** What came back. */
    sealed interface Reply {
        record Approved(
                Money amount,
                String responseCode,
                @Nullable String authCode,
                @Nullable String rrn,
                @Nullable String issuerEmv,
                @Nullable String settlementDate)
                implements Reply {}

        record Declined(String responseCode, @Nullable String rrn) implements Reply {}

        /** Provably never sent. */
        record NotSent(String why) implements Reply {}

        /** Sent; no answer, or none that can be read. */
        record Nothing(String why) implements Reply {}
    }
}
