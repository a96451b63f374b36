package io.tillgate.portal.acquirer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.platform.identity.Caller;
import io.tillgate.portal.acquirer.Desk.Fact;
import io.tillgate.portal.frame.Formats;
import io.tillgate.portal.frame.Language;
import io.tillgate.risk.RiskPolicy;
import io.tillgate.risk.RiskPolicy.CountedBy;
import io.tillgate.risk.RiskPolicy.Counter;
import io.tillgate.risk.RiskPolicy.Measure;
import io.tillgate.shared.TenantId;
import io.vertx.core.json.JsonArray;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A risk analyst reads words, money and names; never what a variable is called. */
class ReadingEvidenceTest {
    private static final RiskPolicy POLICY = new RiskPolicy(
            List.of(
                    new Counter("cardCount10m", CountedBy.CARD, Measure.COUNT, Duration.ofMinutes(10)),
                    new Counter("cardAmount1h", CountedBy.CARD, Measure.AMOUNT, Duration.ofHours(1)),
                    new Counter("odd", CountedBy.TERMINAL, Measure.DECLINES, Duration.ofSeconds(90))),
            List.of(),
            List.of());
    private static final Evidence.Recorded RECORDED = new Evidence.Recorded(
            Map.of(
                    "amount",
                    510,
                    "currency",
                    "EUR",
                    "mcc",
                    "5814",
                    "entry",
                    "manual",
                    "scheme",
                    "mastercard",
                    "merchant",
                    UUID.randomUUID().toString(),
                    "terminal",
                    UUID.randomUUID().toString(),
                    "localHour",
                    18,
                    "store",
                    UUID.randomUUID().toString()),
            Map.of("cardCount10m", 3, "cardAmount1h", 1530, "odd", 1, "forgotten", 7),
            Map.of("bin", new JsonArray(List.of("blocked-cards")), "mcc", new JsonArray()));

    @Test
    void counters_say_what_they_count_over_how_long_and_in_which_money() {
        assertThat(evidence(Locale.ENGLISH).counters())
                .containsExactlyInAnyOrder(
                        new Fact("Tries with this card in 10 min", "3"),
                        new Fact("Asked of this card in 1 h", "€15.30"),
                        new Fact("Declines at this till in 90 s", "1"),
                        new Fact("“forgotten”, which the rules no longer count", "7"));
        assertThat(evidence(Language.CHINESE).counters())
                .contains(new Fact("10 分钟内此卡的交易次数", "3"), new Fact("1 小时内此卡的交易金额", "€15.30"));
    }

    @Test
    void facts_are_words_and_what_stands_elsewhere_is_left_out() {
        assertThat(evidence(Locale.ENGLISH).facts())
                .containsExactly(
                        new Fact("Amount", "€5.10"),
                        new Fact("How it was read", "typed in"),
                        new Fact("Scheme", "Mastercard"),
                        new Fact("Category", "5814 Fast Food Restaurants"),
                        new Fact("Hour at the store", "18:00–18:59"),
                        new Fact("Store", "Corner"));
        assertThat(evidence(Language.CHINESE).facts())
                .extracting(Fact::value)
                .contains("手工输入")
                .noneMatch(value -> value.matches(".*[a-z]{3,} [a-z]{3,}.*"));
    }

    @Test
    void only_lists_that_hold_something_are_named() {
        assertThat(evidence(Locale.ENGLISH).lists()).containsExactly(new Fact("Issuer range", "Blocked cards"));
    }

    private static Evidence evidence(Locale locale) {
        Caller caller = new Caller(new TenantId(UUID.randomUUID()), "harbour", "a", "a", Set.of(), null, "test");
        Desk desk = new Desk(caller, locale, Formats.of(locale, ZoneOffset.UTC), new Codes(), "", Instant.EPOCH);
        return Evidence.of(desk, POLICY, RECORDED, "Corner");
    }
}
