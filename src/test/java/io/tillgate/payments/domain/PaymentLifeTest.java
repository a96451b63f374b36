package io.tillgate.payments.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.payments.Outcome;
import io.tillgate.payments.PaymentKind;
import io.tillgate.payments.PaymentProblem;
import io.tillgate.shared.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state against every command: the transition table of {@link Payment}, line by line. */
class PaymentLifeTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Money TEN = Money.of(1000, "EUR");
    private static final Outcome.Approved APPROVAL =
            new Outcome.Approved(TEN, "00", "A1B2C3", "123456789012", null, null);
    private static final Outcome.Declined REFUSAL = new Outcome.Declined("51", "DECLINED", null);

    private static final Payment ARMED = new Payment.Armed(PaymentKind.SALE, TEN, Duty.REVERSE);
    private static final Payment ARMED_ADVICE = new Payment.Armed(PaymentKind.REFUND, TEN, Duty.REPEAT);
    private static final Payment ARMED_TEST = new Payment.Armed(PaymentKind.TEST, TEN, Duty.NOTHING);
    private static final Payment APPROVED = new Payment.Approved(PaymentKind.SALE, TEN, TODAY, 0, 0);
    private static final Payment PART_REFUNDED = new Payment.Approved(PaymentKind.SALE, TEN, TODAY, 400, 0);
    private static final Payment DECLINED = new Payment.Declined(PaymentKind.SALE);
    private static final Payment NOT_TAKEN = new Payment.NotTaken(PaymentKind.SALE);
    private static final Payment VOIDED = new Payment.Voided(PaymentKind.SALE);
    private static final Payment REVERSED = new Payment.Reversed(PaymentKind.SALE);

    private static final PaymentCommand HOST_APPROVED = new PaymentCommand.HostApproved(APPROVAL);
    private static final PaymentCommand HOST_DECLINED = new PaymentCommand.HostDeclined(REFUSAL);
    private static final PaymentCommand NEVER_SENT = new PaymentCommand.NeverSent();
    private static final PaymentCommand NO_ANSWER = new PaymentCommand.NoAnswer();
    private static final PaymentCommand GIVE_BACK = new PaymentCommand.GiveBack(TEN);
    private static final PaymentCommand CANCEL = new PaymentCommand.Cancel(TODAY);
    private static final PaymentCommand REVERSE = new PaymentCommand.Reverse();

    static Stream<Arguments> everyStateAgainstEveryCommand() {
        List<Arguments> table = new ArrayList<>();
        row(table, ARMED, "Approved", "Declined", "Declined", "NotTaken+REVERSE", "no", "no", "no");
        row(table, ARMED_ADVICE, "Approved", "Declined", "Approved+REPEAT", "Approved+REPEAT", "no", "no", "no");
        row(table, ARMED_TEST, "Approved", "Declined", "Declined", "NotTaken", "no", "no", "no");
        row(table, APPROVED, "no", "no", "no", "no", "Approved", "Voided", "Reversed+REVERSE");
        row(table, PART_REFUNDED, "no", "no", "no", "no", "no", "no", "no");
        row(table, DECLINED, "no", "no", "no", "no", "no", "no", "same");
        row(table, NOT_TAKEN, "no", "no", "no", "no", "no", "no", "same");
        row(table, VOIDED, "no", "no", "no", "no", "no", "no", "same");
        row(table, REVERSED, "no", "no", "no", "no", "no", "no", "same");
        return table.stream();
    }

    private static void row(List<Arguments> table, Payment state, String... expected) {
        List<PaymentCommand> commands =
                List.of(HOST_APPROVED, HOST_DECLINED, NEVER_SENT, NO_ANSWER, GIVE_BACK, CANCEL, REVERSE);
        for (int i = 0; i < expected.length; i++) {
            table.add(Arguments.of(state, commands.get(i), expected[i]));
        }
    }

    @ParameterizedTest
    @MethodSource("everyStateAgainstEveryCommand")
    void the_table_holds(Payment state, PaymentCommand command, String expected) {
        Decision decision = PaymentLife.decide(state, command, TODAY);

        assertThat(shown(decision)).isEqualTo(expected);
    }

    @Test
    void a_silent_host_means_not_taken_and_never_approved() {
        Decision decision = PaymentLife.decide(ARMED, NO_ANSWER, TODAY);

        assertThat(decision).isInstanceOfSatisfying(Decision.Become.class, become -> {
            assertThat(become.outcome()).isEqualTo(new Outcome.NotTaken("NO_HOST_ANSWER"));
            assertThat(become.owed()).isEqualTo(Duty.REVERSE);
        });
    }

    @Test
    void a_refund_above_what_is_left_is_refused() {
        Decision decision = PaymentLife.decide(PART_REFUNDED, new PaymentCommand.GiveBack(Money.of(601, "EUR")), TODAY);

        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Refuse.class,
                        refuse -> assertThat(refuse.problem()).isEqualTo(PaymentProblem.REFUND_EXCEEDS));
    }

    @Test
    void what_is_left_can_be_refunded_to_the_cent() {
        Decision decision = PaymentLife.decide(PART_REFUNDED, new PaymentCommand.GiveBack(Money.of(600, "EUR")), TODAY);

        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Become.class,
                        become -> assertThat(become.state())
                                .isEqualTo(new Payment.Approved(PaymentKind.SALE, TEN, TODAY, 1000, 0)));
    }

    @Test
    void a_refund_of_zero_or_below_is_refused() {
        for (long amount : new long[] {0, -1}) {
            Decision decision =
                    PaymentLife.decide(APPROVED, new PaymentCommand.GiveBack(Money.of(amount, "EUR")), TODAY);

            assertThat(decision)
                    .isInstanceOfSatisfying(
                            Decision.Refuse.class,
                            refuse -> assertThat(refuse.problem()).isEqualTo(PaymentProblem.AMOUNT_INVALID));
        }
    }

    @Test
    void a_refund_in_another_currency_is_refused() {
        Decision decision = PaymentLife.decide(APPROVED, new PaymentCommand.GiveBack(Money.of(100, "CNY")), TODAY);

        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Refuse.class,
                        refuse -> assertThat(refuse.problem()).isEqualTo(PaymentProblem.CURRENCY_INVALID));
    }

    @Test
    void a_void_on_another_day_is_refused() {
        Decision decision = PaymentLife.decide(APPROVED, new PaymentCommand.Cancel(TODAY.plusDays(1)), TODAY);

        assertThat(decision).isInstanceOf(Decision.Refuse.class);
    }

    @Test
    void only_a_sale_can_be_given_back_or_voided() {
        Payment refund = new Payment.Approved(PaymentKind.REFUND, TEN, TODAY, 0, 0);

        assertThat(PaymentLife.decide(refund, GIVE_BACK, TODAY)).isInstanceOf(Decision.Refuse.class);
        assertThat(PaymentLife.decide(refund, CANCEL, TODAY)).isInstanceOf(Decision.Refuse.class);
    }

    @Test
    void only_a_sale_can_be_reversed() {
        for (PaymentKind kind : List.of(PaymentKind.REFUND, PaymentKind.VOID, PaymentKind.TEST)) {
            Decision decision = PaymentLife.decide(new Payment.Approved(kind, TEN, TODAY, 0, 0), REVERSE, TODAY);

            assertThat(decision)
                    .isInstanceOfSatisfying(
                            Decision.Refuse.class,
                            refuse -> assertThat(refuse.problem()).isEqualTo(PaymentProblem.NOT_REVERSIBLE));
        }
    }

    private static String shown(Decision decision) {
        return switch (decision) {
            case Decision.Become become ->
                become.state().getClass().getSimpleName() + (become.owed() == Duty.NOTHING ? "" : "+" + become.owed());
            case Decision.Unchanged ignored -> "same";
            case Decision.Refuse ignored -> "no";
        };
    }
}
