package io.tillgate.settlement;

import io.tillgate.shared.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a bank says about one payout, whatever message it came in. Texts that are too long are cut. */
public sealed interface BankWord {
    String endToEndId();

    /** It means to pay; that is not paid. */
    record Accepted(String endToEndId) implements BankWord {}

    /**
     * It will not pay.
     *
     * @param reasonCode ISO 20022 external status reason
     */
    record Rejected(
            String endToEndId,
            @Nullable String reasonCode,
            @Nullable String reason) implements BankWord {}

    /**
     * It has paid.
     *
     * @param amount positive
     * @param reference the bank's own of this booking, the same in every message that tells of it; null where there is none
     * @param booking what tells this booking from all others, also where there is no reference
     */
    record Booked(
            String endToEndId,
            Money amount,
            @Nullable String reference,
            LocalDate bookedOn,
            @Nullable String booking) implements BankWord {
        public Booked(String endToEndId, Money amount, @Nullable String reference, LocalDate bookedOn) {
            this(endToEndId, amount, reference, bookedOn, null);
        }
    }

    /** The merchant's bank sent it back. {@code amount} is positive, {@code booking} as above. */
    record Returned(
            String endToEndId,
            Money amount,
            @Nullable String reference,
            LocalDate bookedOn,
            @Nullable String reasonCode,
            @Nullable String reason,
            @Nullable String booking)
            implements BankWord {
        public Returned(
                String endToEndId,
                Money amount,
                @Nullable String reference,
                LocalDate bookedOn,
                @Nullable String reasonCode,
                @Nullable String reason) {
            this(endToEndId, amount, reference, bookedOn, reasonCode, reason, null);
        }
    }
}
