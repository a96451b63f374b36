package io.tillgate.catalogue;

import io.tillgate.platform.http.RequiredMembers;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Money;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.Refusal.Violation;
import io.tillgate.shared.StoreId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A new price of a product. Earlier prices stay in the history.
 *
 * @param store whose price; absent for every store that has none of its own
 * @param price absent only with a store: from then on the store follows the merchant's price
 * @param validFrom when it begins, absent for now; not in the past
 */
public record SetPrice(
        String sku,
        @Nullable StoreId store,
        @Nullable Money price,
        @Nullable Instant validFrom) {
    public void check() {
        RequiredMembers.check(this);
        if (price == null && store == null) {
            throw new Refusal(
                    CommonProblem.VALIDATION,
                    "A price is missing.",
                    List.of(new Violation("/price", "REQUIRED", "give a price, or a store that shall have none")));
        }
        if (price != null && (price.value() < 0 || price.value() > BasketPricing.UNIT_PRICE_MAX)) {
            throw new Refusal(
                    CatalogueProblem.PRICE_RANGE,
                    "A price is between 0 and 1000000000000 minor units of its currency.");
        }
    }
}
