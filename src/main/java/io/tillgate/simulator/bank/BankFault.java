package io.tillgate.simulator.bank;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that shall go wrong.
 *
 * @param count how many payments (or files) it hits, 1 by default, at most 100,000
 * @param match which; everything when absent
 * @param delayMillis for delay, 5,000 by default, at most 10 minutes
 * @param reasonCode for reject and return, AC04 by default
 */
record BankFault(Kind kind, int count, Match match, long delayMillis, String reasonCode) {
    /** What happens. The first four hit payments, the others the whole file. */
    enum Kind {
        /** Refused in the status report, never booked. */
        REJECT,
        /** Booked, and sent back by the creditor's bank. */
        RETURN,
        /** Nothing is ever said about the payment. */
        SILENCE,
        /** Booked with one minor unit more than was ordered. */
        OTHER_AMOUNT,
        /** Booked only after the delay. */
        DELAY,
        /** The notification is sent twice. */
        DUPLICATE,
        /** The notification comes before the status report. */
        REORDER,
        /** Notification and, at once, a statement with the same bookings. */
        BOTH,
        /** All payments of a group in one booking without their names. */
        BATCH,
        /** Half a notification first, then the whole. */
        MALFORMED;

        boolean isOfPayment() {
            return switch (this) {
                case REJECT, RETURN, SILENCE, OTHER_AMOUNT -> true;
                case DELAY, DUPLICATE, REORDER, BOTH, BATCH, MALFORMED -> false;
            };
        }
    }

    /** Absent members match everything. */
    record Match(
            @Nullable String slug,
            @Nullable String endToEndId,
            @Nullable Long amount) {
        boolean fits(String customer, PaymentOrder.Transfer transfer) {
            return (slug == null || slug.equals(customer))
                    && (endToEndId == null || endToEndId.equals(transfer.endToEndId()))
                    && (amount == null || amount == transfer.minor());
        }
    }

    BankFault {
        if (count < 1 || count > 100_000 || delayMillis < 0 || delayMillis > 600_000) {
            throw new IllegalArgumentException("count is 1 to 100000, delayMillis 0 to 600000");
        }
        if (!reasonCode.matches("[A-Z0-9]{4}")) {
            throw new IllegalArgumentException("reasonCode has four characters");
        }
    }

    @JsonCreator
    static BankFault of(
            @JsonProperty(value = "fault", required = true) String fault,
            @JsonProperty("count") @Nullable Integer count,
            @JsonProperty("match") @Nullable Match match,
            @JsonProperty("delayMillis") @Nullable Long delayMillis,
            @JsonProperty("reasonCode") @Nullable String reasonCode) {
        return new BankFault(
                Kind.valueOf(fault.toUpperCase(Locale.ROOT).replace('-', '_')),
                count == null ? 1 : count,
                match == null ? new Match(null, null, null) : match,
                delayMillis == null ? 5_000 : delayMillis,
                reasonCode == null ? "AC04" : reasonCode);
    }

    BankFault once() {
        return new BankFault(kind, count - 1, match, delayMillis, reasonCode);
    }
}
