package io.tillgate.catalogue.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.catalogue.domain.PriceTimeline.Entry;
import io.tillgate.catalogue.domain.PriceTimeline.InForce;
import io.tillgate.catalogue.domain.PriceTimeline.Upcoming;
import io.tillgate.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PriceTimelineTest {
    @Test
    void without_entries_there_is_no_price() {
        assertThat(new PriceTimeline(List.of()).at(day(1))).isEmpty();
        assertThat(new PriceTimeline(List.of(base(2, 100))).at(day(1))).isEmpty();
    }

    @Test
    void the_newest_begun_price_counts_and_knows_the_one_before() {
        PriceTimeline timeline = new PriceTimeline(List.of(base(1, 100), base(5, 120), base(9, 90)));

        assertThat(timeline.at(day(1))).contains(new InForce(money(100), day(1), null));
        assertThat(timeline.at(day(5))).contains(new InForce(money(120), day(5), money(100)));
        assertThat(timeline.at(day(8))).contains(new InForce(money(120), day(5), money(100)));
        assertThat(timeline.after(day(8))).containsExactly(new Upcoming(money(90), day(9)));
    }

    @Test
    void a_stores_own_price_stands_in_front_until_it_hands_back() {
        PriceTimeline timeline =
                new PriceTimeline(List.of(base(1, 100), own(3, 80), base(4, 110), own(6, null), base(7, 115)));

        assertThat(timeline.at(day(3))).contains(new InForce(money(80), day(3), money(100)));
        assertThat(timeline.at(day(5))).contains(new InForce(money(80), day(3), money(100)));
        assertThat(timeline.at(day(6))).contains(new InForce(money(110), day(6), money(80)));
        assertThat(timeline.at(day(7))).contains(new InForce(money(115), day(7), money(110)));
        assertThat(timeline.isOwn(day(5))).isTrue();
        assertThat(timeline.isOwn(day(6))).isFalse();
    }

    @Test
    void the_same_price_set_again_is_no_change() {
        PriceTimeline timeline = new PriceTimeline(List.of(base(1, 90), base(2, 100), base(3, 100)));

        assertThat(timeline.at(day(4))).contains(new InForce(money(100), day(2), money(90)));
    }

    @Test
    void of_two_that_begin_together_the_later_entered_counts() {
        Entry first = new Entry(new UUID(1, 1), false, money(100), day(1));
        Entry second = new Entry(new UUID(1, 2), false, money(200), day(1));

        assertThat(new PriceTimeline(List.of(second, first)).at(day(1)).map(InForce::price))
                .contains(money(200));
    }

    private static Entry base(int day, long value) {
        return new Entry(new UUID(day, 0), false, money(value), day(day));
    }

    private static Entry own(int day, @Nullable Integer value) {
        return new Entry(new UUID(day, 1), true, value == null ? null : money(value), day(day));
    }

    private static Money money(long value) {
        return Money.of(value, "EUR");
    }

    private static Instant day(int day) {
        return Instant.parse("2026-11-0" + day + "T00:00:00Z");
    }
}
