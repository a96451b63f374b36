package io.tillgate.settlement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money to one merchant account for one run.
 *
 * @param state of the newest attempt: {@code held}, {@code drafted}, {@code signed}, {@code released}, {@code fetched},
 *     {@code accepted}, {@code booked}, {@code rejected}, {@code returned}, {@code cancelled}
 * @param holder where the newest attempt goes; absent when that was erased
 * @param bankAccount first and last four characters
 * @param attempts all of them when one payout is asked for; the newest in a list
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PayoutView(
        UUID id,
        UUID run,
        LocalDate businessDate,
        MerchantId merchant,
        String merchantName,
        MerchantAccountId account,
        String merchantNumber,
        Money amount,
        String state,
        @Nullable String holder,
        @Nullable String bankAccount,
        Instant createdAt,
        Instant changedAt,
        List<Attempt> attempts) {
    public PayoutView {
        attempts = List.copyOf(attempts);
    }

    /**
     * One try to pay it.
     *
     * @param number from 1
     * @param signed the first person; merchants do not see who
     * @param released the second
     * @param bookedOn the day on the bank's statement
     * @param reasonCode why the bank refused or returned it (ISO 20022 external code)
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Attempt(
            UUID id,
            int number,
            String endToEndId,
            String state,
            @Nullable Signed signed,
            @Nullable Signed released,
            @Nullable UUID file,
            @Nullable String bankReference,
            @Nullable LocalDate bookedOn,
            @Nullable String reasonCode,
            @Nullable String reason,
            Instant changedAt) {}

    /** Who and when. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Signed(@Nullable String by, Instant at) {}
}
