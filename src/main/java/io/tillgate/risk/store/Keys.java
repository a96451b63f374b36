package io.tillgate.risk.store;

import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import java.util.UUID;

/** Keys of pages that came from outside. */
final class Keys {
    private Keys() {}

    static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal(CommonProblem.VALIDATION, "after is not a cursor that this list gave out");
        }
    }
}
