package io.tillgate.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WritingFiguresTest {
    private final Formats english = Formats.of(Locale.ENGLISH, ZoneId.of("Europe/Amsterdam"));
    private final Formats chinese = Formats.of(Language.CHINESE, ZoneId.of("Asia/Shanghai"));

    @Test
    void amounts_have_their_symbol_sign_and_the_currencys_own_decimals() {
        assertThat(english.money(Money.of(123450, "EUR"))).isEqualTo("€1,234.50");
        assertThat(english.money(Money.of(-5, "EUR"))).isEqualTo("\u2212€0.05");
        assertThat(english.money(Money.of(1234, "JPY"))).endsWith("1,234");
        assertThat(chinese.money(Money.of(123450, "CNY"))).isEqualTo("¥1,234.50");
        assertThat(Formats.plain(Money.of(-5, "KWD"))).isEqualTo("-0.005");
    }

    @Test
    void times_are_those_of_the_place() {
        Instant at = Instant.parse("2026-11-22T23:30:00Z");

        assertThat(english.moment(at)).isEqualTo("23 Nov 2026, 00:30");
        assertThat(chinese.moment(at)).isEqualTo("2026年11月23日 07:30");
        assertThat(english.in(ZoneId.of("UTC")).time(at)).isEqualTo("23:30");
        assertThat(chinese.longDate(LocalDate.of(2026, 11, 22))).isEqualTo("11月22日 星期日");
    }

    @Test
    void a_share_of_nothing_is_no_share() {
        assertThat(english.percent(0, 0)).isEqualTo("\u2013");
        assertThat(english.percent(974, 1000)).isEqualTo("97.4%");
        assertThat(english.quantity(1500)).isEqualTo("1.5");
    }
}
