package io.tillgate.settlement.usecase;

import static io.tillgate.settlement.usecase.Trade.SOON;
import static io.tillgate.settlement.usecase.Trade.TENANT;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillgate.platform.identity.Caller;
import io.tillgate.settlement.PayoutSelection;
import io.tillgate.settlement.Payouts;
import io.tillgate.settlement.RunView;
import io.tillgate.settlement.Settlements;
import io.tillgate.settlement.usecase.Trade.Shop;
import io.tillgate.settlement.usecase.Trade.Taken;
import io.tillgate.shared.Money;
import io.tillgate.shared.ProblemCode;
import io.tillgate.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** From sales to payouts that two people let go, and what they are told when they may not. */
@ApplicationScoped
class Paying {
    static final Caller ANNA = Trade.staff("anna");
    static final Caller BEN = Trade.staff("ben");

    private final Trade trade;
    private final Settlements settlements;
    private final Payouts payouts;
    private final HandingOverFiles files;

    Paying(Trade trade, Settlements settlements, Payouts payouts, HandingOverFiles files) {
        this.trade = trade;
        this.settlements = settlements;
        this.payouts = payouts;
        this.files = files;
    }

    /** A payout of so much, from one sale and a cut-off. */
    UUID drafted(Shop shop, long net) {
        trade.take(Taken.sale(shop, net + 100, 100));
        RunView run = settlements.cutOff(ANNA, key()).await().atMost(SOON);
        return requireNonNull(settlements
                .account(ANNA, run.id(), shop.account())
                .await()
                .atMost(SOON)
                .payout());
    }

    void sign(UUID... ids) {
        payouts.sign(ANNA, key(), these(ids)).await().atMost(SOON);
    }

    /** By the second person; answers the file's message id. */
    String release(UUID... ids) {
        return payouts.release(BEN, key(), these(ids))
                .await()
                .atMost(SOON)
                .files()
                .getFirst()
                .messageId();
    }

    /** Signed, released and fetched; answers the end-to-end id. */
    String handedOver(UUID payout) {
        sign(payout);
        return files.fetch(TENANT, release(payout))
                .await()
                .atMost(SOON)
                .instructions()
                .getFirst()
                .endToEndId();
    }

    String state(UUID payout) {
        return payouts.find(ANNA, payout).await().atMost(SOON).state();
    }

    static PayoutSelection these(UUID... ids) {
        return new PayoutSelection.These(List.of(ids));
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    static Money eur(long value) {
        return Money.of(value, "EUR");
    }

    static void assertRefused(ProblemCode code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo(code));
    }
}
