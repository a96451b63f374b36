package io.tillgate.settlement.bank;

import io.tillgate.settlement.iso20022.Direction;
import io.tillgate.shared.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a report says was booked on the account.
 *
 * @param amount positive
 * @param names by which payments may know it: end-to-end, instruction and transaction id
 * @param groups payment information and message ids, where it may stand for a whole group
 * @param payments how many it stands for, where that is told
 * @param reference the bank's own of the booking
 * @param back it says of itself that it came back or was undone
 * @param text all that came with it
 */
record Movement(
        Direction direction,
        Money amount,
        List<String> names,
        List<String> groups,
        OptionalInt payments,
        @Nullable String reference,
        LocalDate bookedOn,
        boolean back,
        Reason reason,
        String text) {
    /** Why it came back, where it did. */
    record Reason(@Nullable String code, @Nullable String text) {
        static final Reason NONE = new Reason(null, null);
    }

    boolean isCredit() {
        return direction == Direction.CREDIT;
    }

    /** What it does to the bank account. */
    Money moved() {
        return isCredit() ? amount : amount.negated();
    }

    boolean mayBeGroup() {
        return names.isEmpty() && !groups.isEmpty();
    }
}
