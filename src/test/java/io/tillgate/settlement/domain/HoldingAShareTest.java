package io.tillgate.settlement.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.shared.Money;
import org.junit.jupiter.api.Test;

class HoldingAShareTest {
    @Test
    void a_share_is_rounded_down() {
        assertThat(ReservePolicy.share(Money.of(1_999, "EUR"), 50_000)).isEqualTo(Money.of(99, "EUR"));
        assertThat(ReservePolicy.share(Money.of(20_000, "EUR"), 50_000)).isEqualTo(Money.of(1_000, "EUR"));
        assertThat(ReservePolicy.share(Money.of(19, "EUR"), 50_000).isZero()).isTrue();
        assertThat(ReservePolicy.share(Money.of(7, "JPY"), 1_000_000)).isEqualTo(Money.of(7, "JPY"));
    }
}
