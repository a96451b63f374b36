package io.tillgate.catalogue;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillgate.shared.Money;
import io.tillgate.shared.Refusal.Violation;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A discount as people write it: exactly one of the two.
 *
 * @param percent decimal string above 0 and up to 100, at most 2 places
 * @param amount a fixed amount
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DiscountTerms(
        @Nullable String percent, @Nullable Money amount) {
    private static final Pattern PERCENT = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,2})?");

    public List<Violation> violations() {
        if ((percent == null) == (amount == null)) {
            return List.of(new Violation("/discount", "ONE_OF", "give either percent or amount"));
        }
        if (percent != null && !isPercent(percent)) {
            return List.of(
                    new Violation("/discount/percent", "PERCENT", "above 0 and at most 100, with at most 2 decimals"));
        }
        if (amount != null && (amount.value() <= 0 || amount.value() > BasketPricing.UNIT_PRICE_MAX)) {
            return List.of(
                    new Violation("/discount/amount", "AMOUNT", "above 0 and at most 1000000000000 minor units"));
        }
        return List.of();
    }

    private static boolean isPercent(String text) {
        if (!PERCENT.matcher(text).matches()) {
            return false;
        }
        int points = points(text);
        return points > 0 && points <= 10_000;
    }

    /** Hundredths of a percent, null for an amount. */
    @JsonIgnore
    public @Nullable Integer basisPoints() {
        return percent == null ? null : points(percent);
    }

    public static DiscountTerms ofPercent(int basisPoints) {
        BigDecimal percent = BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros();
        return new DiscountTerms((percent.scale() < 0 ? percent.setScale(0) : percent).toPlainString(), null);
    }

    private static int points(String text) {
        return new BigDecimal(text).movePointRight(2).intValueExact();
    }
}
