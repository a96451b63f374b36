package io.tillgate.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillgate.catalogue.domain.TimeWindow;
import io.tillgate.platform.http.RequiredMembers;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.Refusal.Violation;
import io.tillgate.shared.StoreId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A promotion as someone wants it: exactly one of {@code discount} and {@code bundle}.
 *
 * @param store where it holds; absent for every store
 * @param discount taken off each unit (an amount) or the line (a percentage)
 * @param bundle of so many, pay so many
 * @param skus the products it is for, at most {@value #SKUS_MAX}; empty for all
 * @param window times of day and days of the week in the store's time zone; absent for always
 */
public record SavePromotion(
        ProductNames name,
        @Nullable StoreId store,
        @Nullable DiscountTerms discount,
        @Nullable Bundle bundle,
        List<String> skus,
        Validity validity,
        @Nullable TimeWindow window,
        @Nullable Boolean active) {
    static final int SKUS_MAX = 500;

    public SavePromotion {
        skus = RequiredMembers.asSent(skus);
    }

    /** Buy {@code buy}, pay {@code pay} of them. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Bundle(int buy, int pay) {}

    public void check() {
        RequiredMembers.check(this);
        List<Violation> found = new ArrayList<>(name.violations());
        if ((discount == null) == (bundle == null)) {
            found.add(new Violation("/discount", "ONE_OF", "give either discount or bundle"));
        }
        if (discount != null) {
            found.addAll(discount.violations());
        }
        if (bundle != null
                && (bundle.buy() < 2 || bundle.buy() > 1000 || bundle.pay() < 1 || bundle.pay() >= bundle.buy())) {
            found.add(new Violation("/bundle", "BUNDLE", "buy 2 to 1000, pay fewer than that and at least 1"));
        }
        if (skus.size() > SKUS_MAX || skus.stream().anyMatch(sku -> sku.isEmpty() || sku.length() > 64)) {
            found.add(new Violation("/skus", "SKUS", "at most " + SKUS_MAX + " skus of 1 to 64 characters"));
        }
        found.addAll(validity.violations());
        if (!found.isEmpty()) {
            throw new Refusal(CommonProblem.VALIDATION, "The promotion has mistakes.", found);
        }
    }
}
