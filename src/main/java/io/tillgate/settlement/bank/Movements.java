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
     */
    record Oddity(
            String key,
            String kind,
            String detail,
            @Nullable Money amount,
            @Nullable String reference) {}
}
