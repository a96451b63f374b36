package io.tillgate.payments.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.payments.Outcome;
import io.tillgate.payments.domain.PaymentCommand;
import io.tillgate.payments.usecase.CardHostPort.Reply;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SayingWhyAHostRefusedTest {
    @ParameterizedTest
    @CsvSource({
        "55, PIN_WRONG",
        "117, PIN_WRONG",
        "75, PIN_TRIES_EXCEEDED",
        "38, PIN_TRIES_EXCEEDED",
        "106, PIN_TRIES_EXCEEDED",
        "05, DECLINED",
        "51, DECLINED",
        "81, DECLINED"
    })
    void only_what_is_about_the_pin_is_told_apart(String responseCode, String reason) {
        PaymentCommand command = Replies.command(new Reply.Declined(responseCode, null));

        assertThat(command)
                .isEqualTo(new PaymentCommand.HostDeclined(new Outcome.Declined(responseCode, reason, null)));
    }
}
