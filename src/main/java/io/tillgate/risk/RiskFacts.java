package io.tillgate.risk;

import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Money;
import io.tillgate.shared.StoreId;
import io.tillgate.shared.TerminalId;
import org.jspecify.annotations.Nullable;

/**
 * What the caller knows of a payment that is to be decided.
 *
 * @param localHour 0 to 23, in the store's time zone
 */
public record RiskFacts(Money amount, Card card, Place place, int localHour) {
    public RiskFacts {
        if (localHour < 0 || localHour > 23) {
            throw new IllegalArgumentException("hour must be 0 to 23: " + localHour);
        }
    }

    /**
     * How the payment was presented.
     *
     * @param scheme lower case, for example {@code visa}
     * @param entry {@code chip}, {@code contactless}, {@code swipe} or {@code manual}
     * @param bin the first six digits, null where there is no card
     * @param token the card's token, never its number; null where there is no card
     */
    public record Card(
            String scheme,
            String entry,
            @Nullable String bin,
            @Nullable String token) {
        public Card {
            if (bin != null && !bin.matches("\\d{6,8}")) {
                throw new IllegalArgumentException("the issuer range is 6 to 8 digits");
            }
            if (token != null && token.matches("\\d{12,19}")) {
                throw new IllegalArgumentException("that is a card number, not its token");
            }
        }
    }

    /**
     * Where it happens.
     *
     * @param mcc merchant category code, four digits
     */
    public record Place(MerchantId merchant, StoreId store, TerminalId terminal, String mcc) {}
}
