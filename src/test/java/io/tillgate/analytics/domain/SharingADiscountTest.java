package io.tillgate.analytics.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class SharingADiscountTest {
    @Test
    void without_a_discount_lines_stay() {
        assertThat(BasketShares.net(List.of(100L, 0L, 7L), 0)).containsExactly(100L, 0L, 7L);
    }

    @Test
    void a_discount_falls_on_lines_in_proportion() {
        assertThat(BasketShares.net(List.of(300L, 100L), 40)).containsExactly(270L, 90L);
    }

    @Test
    void left_over_cents_go_to_the_largest_fractions() {
        assertThat(BasketShares.net(List.of(100L, 100L, 100L), 100)).containsExactly(66L, 67L, 67L);
        assertThat(BasketShares.net(List.of(10L, 20L, 70L), 15)).containsExactly(8L, 17L, 60L);
    }

    @Test
    void everything_may_be_given_away() {
        assertThat(BasketShares.net(List.of(3L, 5L), 8)).containsExactly(0L, 0L);
        assertThat(BasketShares.net(List.of(0L, 0L), 0)).containsExactly(0L, 0L);
        assertThat(BasketShares.net(List.of(), 0)).isEmpty();
    }

    @RepeatedTest(50)
    void shares_add_up_and_no_line_costs_less_than_nothing() {
        Random random = new Random();
        List<Long> totals = LongStream.generate(() -> random.nextLong(1_000_000_000_000L))
                .limit(1 + random.nextInt(50))
                .boxed()
                .toList();
        long sum = totals.stream().mapToLong(Long::longValue).sum();
        long discount = random.nextLong(sum + 1);

        List<Long> net = BasketShares.net(totals, discount);

        assertThat(net.stream().mapToLong(Long::longValue).sum()).isEqualTo(sum - discount);
        assertThat(net).allMatch(line -> line >= 0);
    }
}
