package io.tillgate.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.shared.Money;
import org.junit.jupiter.api.Test;

class GrowingTest {
    @Test
    void more_than_before_is_growth() {
        assertThat(up(101, 100)).isTrue();
        assertThat(up(99, 100)).isFalse();
    }

    @Test
    void the_same_again_is_none_and_a_first_sale_is_none() {
        assertThat(up(100, 100)).isFalse();
        assertThat(up(100, 0)).isFalse();
        assertThat(up(0, 0)).isFalse();
        assertThat(up(100, -50)).isFalse();
    }

    private static boolean up(long now, long before) {
        return new Growth(Money.of(now, "EUR"), Money.of(before, "EUR")).isUp();
    }
}
