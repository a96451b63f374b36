package io.tillgate.portal.merchant;

import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Money;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.Refusal.Violation;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Amounts as people write them: {@code 12.50}, {@code 12,50} or {@code 12}. */
final class Amounts {
    private Amounts() {}

    /** @param field where it was written, as a pointer */
    static Money read(String field, @Nullable String text, Currency currency) {
        String digits = text == null ? "" : text.strip().replace(',', '.').replaceAll("[\\s\\p{Sc}]", "");
        if (digits.matches("[0-9]{1,10}(\\.[0-9]{1,3})?")) {
            BigDecimal minor = new BigDecimal(digits).movePointRight(currency.getDefaultFractionDigits());
            if (minor.stripTrailingZeros().scale() <= 0) {
                return new Money(minor.longValueExact(), currency);
            }
        }
        throw new Refusal(
                CommonProblem.VALIDATION,
                "not an amount",
                List.of(new Violation(field, "AMOUNT", "an amount, such as 12.50")));
    }
}
