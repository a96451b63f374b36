package io.tillgate.risk;

import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Money;
import io.tillgate.shared.StoreId;
import io.tillgate.shared.TerminalId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Facts for tests: a lunch paid by chip. */
public final class SomeFacts {
    private static final RiskFacts.Place PLACE = new RiskFacts.Place(
            new MerchantId(new UUID(1, 1)), new StoreId(new UUID(1, 2)), new TerminalId(new UUID(1, 3)), "5812");

    private SomeFacts() {}

    public static RiskFacts lunch() {
        return of(1_250, "5a0c9f");
    }

    public static RiskFacts of(long amount, @Nullable String token) {
        RiskFacts.Card card = new RiskFacts.Card("visa", "chip", token == null ? null : "403587", token);
        return new RiskFacts(Money.of(amount, "EUR"), card, PLACE, 12);
    }
}
