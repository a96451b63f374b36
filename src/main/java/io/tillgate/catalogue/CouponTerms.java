package io.tillgate.catalogue;

import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a coupon gives and when. Whether it is spent is decided only by {@link CouponRedemptions#RESERVE}.
 *
 * @param basketMin the least the basket must cost before this coupon, minor units
 */
public record CouponTerms(
        UUID id,
        String code,
        Discount discount,
        Currency currency,
        Instant validFrom,
        @Nullable Instant validTo,
        long basketMin,
        boolean active) {

    /** Why it cannot be used for this basket, as a value for the sale path. {@code validTo} is exclusive. */
    public Optional<CatalogueProblem> problem(long basket, Currency basketCurrency, Instant now) {
        if (!active) {
            return Optional.of(CatalogueProblem.COUPON_UNKNOWN);
        }
        if (now.isBefore(validFrom) || (validTo != null && !now.isBefore(validTo))) {
            return Optional.of(CatalogueProblem.COUPON_NOT_VALID);
        }
        if (!currency.equals(basketCurrency)) {
            return Optional.of(CatalogueProblem.CURRENCY);
        }
        return basket < basketMin ? Optional.of(CatalogueProblem.COUPON_BASKET_TOO_SMALL) : Optional.empty();
    }
}
