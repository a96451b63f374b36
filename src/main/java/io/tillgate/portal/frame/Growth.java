package io.tillgate.portal.frame;

import io.tillgate.shared.Money;

/** A figure beside the same one before. */
public record Growth(Money now, Money before) {
    /** From nothing nothing grows: a shop's first sale is not more than usual, and the same again is not more. */
    public boolean isUp() {
        return before.value() > 0 && now.value() > before.value();
    }
}
