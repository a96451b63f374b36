package io.tillgate.payments;

import io.tillgate.shared.Money;
import org.jspecify.annotations.Nullable;

/** What is to be done with money. */
public sealed interface Instruction {
    record Sell(Money amount, Tender tender) implements Instruction {}

    /** Money back, now or later; at most what is left of the original. Without an amount: all that is left. */
    record GiveBack(Original original, @Nullable Money amount, String reasonCode) implements Instruction {}

    /** Undoes a sale of the same business day, wholly. */
    record Cancel(Original original, String reasonCode) implements Instruction {}

    record Test() implements Instruction {}
}
