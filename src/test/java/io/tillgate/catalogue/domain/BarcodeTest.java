package io.tillgate.catalogue.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BarcodeTest {
    @ParameterizedTest
    @ValueSource(strings = {"4006381333931", "6901234567892", "73513537", "036000291452", "10614141543219"})
    void a_gtin_with_its_check_digit_is_valid(String code) {
        assertThat(Barcode.isValid(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4006381333932",
                "400638133393",
                "40063813339311",
                "400638133393A",
                "４００６３８１３３３９３１",
                "7351353"
            })
    void anything_else_is_not(String code) {
        assertThat(Barcode.isValid(code)).isFalse();
    }

    @Test
    void every_single_wrong_digit_is_found() {
        String good = "4006381333931";
        for (int place = 0; place < good.length(); place++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String other = good.substring(0, place) + digit + good.substring(place + 1);
                assertThat(Barcode.isValid(other)).isEqualTo(other.equals(good));
            }
        }
    }
}
