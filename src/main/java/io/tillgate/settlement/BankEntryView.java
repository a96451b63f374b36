package io.tillgate.settlement;

import io.tillgate.shared.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a bank's message told, and what came of it when the message was taken.
 *
 * @param number in the order of work, from 1
 * @param what {@code accepted}, {@code rejected} or {@code status} of a status report; {@code paid}, {@code back},
 *     {@code funding}, {@code other} or {@code odd} of a statement or notification
 * @param outcome {@code done}, {@code known} (told before: nothing was done), {@code waiting} for its payment's booking, or
 *     {@code broken}: a difference that a person resolves
 * @param payout that the end-to-end id names; null where it names none of ours
 * @param merchant whose payout it is
 * @param difference the number of the break
 */
public record BankEntryView(
        int number,
        String what,
        String outcome,
        @Nullable String endToEndId,
        @Nullable Money amount,
        @Nullable String reference,
        @Nullable String reasonCode,
        @Nullable String reason,
        @Nullable UUID payout,
        @Nullable String merchant,
        @Nullable Long difference,
        @Nullable String differenceState) {}
