package io.tillgate.settlement.bank;

import io.tillgate.shared.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report comes to.
 *
 * @param pending entries that are not booked yet: they are noted and change nothing
 */
record Movements(List<Movement> booked, List<Oddity> odd, int pending) {
    /**
     * Something in a report that does not agree with itself.
     *
     * @param key the same when told again
     * @param amount what the bank account changed by, negative when it went out; null where it did not, or cannot be said
     */
    record Oddity(
            String key,
            String kind,
            String detail,
            @Nullable Money amount,
            @Nullable String reference) {}
}
