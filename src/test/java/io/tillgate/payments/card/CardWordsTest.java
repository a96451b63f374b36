package io.tillgate.payments.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillgate.shared.Refusal;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardWordsTest {
    @Test
    void card_number_prints_first_six_and_last_four() {
        Pan pan = new Pan("4111111111111111");

        assertThat(pan).hasToString("411111******1111");
        assertThat(pan.mask()).isEqualTo(new CardNumberMask("411111", "1111", 16));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "4111", "41111111111111x1", "41111111111111111111", "4111111111111112", "４111111111111111"})
    void what_is_no_card_number_is_refused(String text) {
        assertThatThrownBy(() -> new Pan(text)).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4761340000000050D1712201125234510000F",
                "4761340000000050=17122011252345100",
                "6210948000000011D301020100000F"
            })
    void track_2_is_read_in_both_forms_and_prints_masked(String text) {
        String even = text.endsWith("F") && text.length() % 2 != 0 ? text.substring(0, text.length() - 1) : text;

        Track2 track = Track2.parse(even);

        assertThat(track.toString()).endsWith("=***").contains("******");
        assertThat(even.replace('D', '=')).startsWith(track.text('='));
    }

    @Test
    void track_2_holds_expiry_service_code_and_discretionary_digits() {
        Track2 track = Track2.parse("4761340000000050D17122011252345F");

        assertThat(track.expiry().month()).isEqualTo(YearMonth.of(2017, 12));
        assertThat(track.serviceCode()).isEqualTo("201");
        assertThat(track.discretionary()).isEqualTo("1252345");
        assertThat(track.text('D')).isEqualTo("4761340000000050D17122011252345");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4761340000000050",
                "4761340000000050D",
                "4761340000000050D1712",
                "4761340000000050D1313201",
                "4761340000000050D9913201",
                "4761340000000050X1712201",
                "4761340000000050D1712201D",
                "4761340000000050D1712201FF",
                "4761340000000051D1712201",
                "4761340000000050D171220111111111111111111"
            })
    void what_is_no_track_2_is_refused(String text) {
        assertThatThrownBy(() -> Track2.parse(text)).isInstanceOf(Refusal.class);
    }

    @Test
    void expiry_knows_its_century_and_prints_nothing() {
        assertThat(Expiry.ofYymm("4912").month()).isEqualTo(YearMonth.of(2049, 12));
        assertThat(Expiry.ofYymm("5001").month()).isEqualTo(YearMonth.of(1950, 1));
        assertThat(Expiry.ofYymm("2609").yymm()).isEqualTo("2609");
        assertThat(Expiry.ofYymm("2609").isBefore(YearMonth.of(2026, 9))).isFalse();
        assertThat(Expiry.ofYymm("2609").isBefore(YearMonth.of(2026, 10))).isTrue();
        assertThat(Expiry.ofYymm("2609").toString()).doesNotContain("26");
    }

    @Test
    void longest_prefix_wins_and_unknown_numbers_are_other() {
        assertThat(CardScheme.ofDigits("6221260000000000")).isEqualTo(CardScheme.UNIONPAY);
        assertThat(CardScheme.ofDigits("6011111111111117")).isEqualTo(CardScheme.DISCOVER);
        assertThat(CardScheme.ofDigits("5081111111111111")).isEqualTo(CardScheme.RUPAY);
        assertThat(CardScheme.ofDigits("9999999999999999")).isEqualTo(CardScheme.OTHER);
    }
}
