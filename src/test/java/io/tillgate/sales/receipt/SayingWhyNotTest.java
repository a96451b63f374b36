package io.tillgate.sales.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.sales.SalePayment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SayingWhyNotTest {
    @ParameterizedTest
    @CsvSource({
        "55, PIN_WRONG, Wrong PIN, 密码错误",
        "75, PIN_TRIES_EXCEEDED, The PIN was wrong too often, 密码错误次数超限",
        "81, DECLINED, The PIN could not be verified, 密码无法验证"
    })
    void a_refusal_is_said_in_both_languages(String responseCode, String reason, String english, String chinese) {
        SalePayment.Answered answered = new SalePayment.Answered(responseCode, null, null, reason);

        assertThat(new Words(Language.ENGLISH).reason(answered)).isEqualTo(english);
        assertThat(new Words(Language.CHINESE).reason(answered)).isEqualTo(chinese);
    }
}
