package io.tillgate.payments.iso8583;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.payments.usecase.CardHostPort;
import io.tillgate.payments.usecase.CardHostPort.Mark;
import io.tillgate.payments.usecase.CardHostPort.Purpose;
import io.tillgate.payments.usecase.CardHostPort.Question;
import io.tillgate.payments.usecase.CardHostPort.Reply;
import io.tillgate.shared.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How much of an approval counts: what a payment books is what was asked, or for a sale less. */
class BelievingAnApprovalTest {
    @Test
    void a_sale_is_approved_whole_or_in_part() {
        assertThat(approved(Purpose.SALE, null)).isEqualTo(1000);
        assertThat(approved(Purpose.SALE, 1000L)).isEqualTo(1000);
        assertThat(approved(Purpose.SALE, 400L)).isEqualTo(400);
    }

    @Test
    void a_sale_approved_for_nothing_or_for_more_is_reversed() {
        assertThat(reply(Purpose.SALE, 0L)).isInstanceOf(Reply.Nothing.class);
        assertThat(reply(Purpose.SALE, 1001L)).isInstanceOf(Reply.Nothing.class);
    }

    @Test
    void what_undoes_a_sale_is_approved_whole_whatever_amount_the_host_mirrors() {
        for (Purpose purpose : List.of(Purpose.REFUND, Purpose.VOID, Purpose.REVERSAL)) {
            assertThat(approved(purpose, 0L)).as(purpose.name()).isEqualTo(1000);
            assertThat(approved(purpose, 400L)).as(purpose.name()).isEqualTo(1000);
        }
    }

    private static long approved(Purpose purpose, @Nullable Long amount) {
        return ((Reply.Approved) reply(purpose, amount)).amount().value();
    }

    private static Reply reply(Purpose purpose, @Nullable Long amount) {
        Question question = new Question(
                purpose,
                new CardHostPort.Station("T0000001", "M", "5411", ZoneOffset.UTC),
                new Mark(1, Instant.EPOCH),
                Money.of(1000, "EUR"),
                null,
                null);
        HostAnswer answer = new HostAnswer(
                "00",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(amount),
                Duration.ZERO);
        return Iso8583CardHost.reply(question, new HostOutcome.Answered(answer));
    }
}
