package io.tillgate.catalogue;

import io.tillgate.platform.http.RequiredMembers;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.Refusal.Violation;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A coupon as someone wants it.
 *
 * @param code 3 to 40 upper-case letters, digits and hyphens
 * @param currency of baskets it is for
 * @param redemptionsMax uses overall, absent for no limit, 1 for single use
 * @param perCardMax uses with one card, absent for no limit
 * @param basketMin the least the basket must cost, minor units
 */
public record SaveCoupon(
        String code,
        DiscountTerms discount,
        String currency,
        Validity validity,
        @Nullable Integer redemptionsMax,
        @Nullable Integer perCardMax,
        @Nullable Long basketMin,
        @Nullable Boolean active) {
    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{2,39}");

    public void check() {
        RequiredMembers.check(this);
        List<Violation> found = new ArrayList<>();
        if (!CODE.matcher(code).matches()) {
            found.add(new Violation("/code", "CODE", "3 to 40 upper-case letters, digits and hyphens"));
        }
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(known -> known.getCurrencyCode().equals(currency))) {
            found.add(new Violation("/currency", "CURRENCY", "a currency code of ISO 4217"));
        } else if (discount.amount() != null
                && !discount.amount().currency().getCurrencyCode().equals(currency)) {
            found.add(new Violation("/discount/amount", "CURRENCY", "in the coupon's currency"));
        }
        found.addAll(discount.violations());
        found.addAll(validity.violations());
        range(found, "/redemptionsMax", redemptionsMax, 1_000_000_000L);
        range(found, "/perCardMax", perCardMax, 1_000_000L);
        if (basketMin != null && (basketMin < 0 || basketMin > BasketPricing.UNIT_PRICE_MAX)) {
            found.add(new Violation("/basketMin", "RANGE", "0 to 1000000000000 minor units"));
        }
        if (!found.isEmpty()) {
            throw new Refusal(CommonProblem.VALIDATION, "The coupon has mistakes.", found);
        }
    }

    private static void range(List<Violation> found, String path, @Nullable Integer value, long max) {
        if (value != null && (value < 1 || value > max)) {
            found.add(new Violation(path, "RANGE", "1 to " + max));
        }
    }
}
