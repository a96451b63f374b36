package io.tillgate.settlement.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.settlement.PayoutState;
import io.tillgate.settlement.SettlementProblem;
import io.tillgate.settlement.Signature;
import io.tillgate.settlement.domain.PayoutDecision.Become;
import io.tillgate.settlement.domain.PayoutDecision.Movement;
import io.tillgate.settlement.domain.PayoutDecision.NewAttempt;
import io.tillgate.settlement.domain.PayoutDecision.Refuse;
import io.tillgate.settlement.domain.PayoutDecision.Unchanged;
import io.tillgate.shared.Money;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state against every command, and the same table again in words. */
class LifeOfAPayoutTest {
    private static final Money AMOUNT = Money.of(12_345, "EUR");
    private static final Signature FIRST = new Signature("anna", "Anna", Instant.EPOCH);
    private static final Signature SECOND = new Signature("ben", "Ben", Instant.EPOCH);

    private static final List<Payout> STATES = List.of(
            new Payout.Held(AMOUNT),
            new Payout.Drafted(AMOUNT),
            new Payout.Signed(AMOUNT, FIRST),
            new Payout.Released(AMOUNT),
            new Payout.Fetched(AMOUNT),
            new Payout.Accepted(AMOUNT),
            new Payout.Booked(AMOUNT, "B1"),
            new Payout.Rejected(AMOUNT),
            new Payout.Returned(AMOUNT, "B1", "R1"),
            new Payout.Cancelled(AMOUNT));

    private static final List<PayoutCommand> COMMANDS = List.of(
            new PayoutCommand.Hold(),
            new PayoutCommand.LiftHold(),
            new PayoutCommand.Sign(FIRST),
            new PayoutCommand.VoidSignature(),
            new PayoutCommand.Release(SECOND),
            new PayoutCommand.Cancel(),
            new PayoutCommand.Retry(),
            new PayoutCommand.Fetch(),
            new PayoutCommand.Accept(),
            new PayoutCommand.Reject(),
            new PayoutCommand.Book(AMOUNT, "B1"),
            new PayoutCommand.Return(AMOUNT, "R1"));

    /** In the order of {@link #COMMANDS}: the next state, {@code =} unchanged, {@code +} a new attempt, {@code -} refused. */
    private static final Map<PayoutState, String> TABLE = Map.of(
            PayoutState.HELD, "= drafted - - - cancelled - - - - - -",
            PayoutState.DRAFTED, "held = signed - - cancelled - - - - - -",
            PayoutState.SIGNED, "held = - drafted released cancelled - - - - - -",
            PayoutState.RELEASED, "cancelled - - - - cancelled - fetched - - - -",
            PayoutState.FETCHED, "- - - - - - - = accepted rejected booked -",
            PayoutState.ACCEPTED, "- - - - - - - = = rejected booked -",
            PayoutState.BOOKED, "- - - - - - - = = - = returned",
            PayoutState.REJECTED, "- - - - - cancelled + = - = - -",
            PayoutState.RETURNED, "- - - - - cancelled + = = - = =",
            PayoutState.CANCELLED, "- - - - - - - - - - - -");

    static Stream<Arguments> every_state_with_every_command() {
        return STATES.stream().flatMap(state -> {
            List<String> row = Arrays.asList(
                    Objects.requireNonNull(TABLE.get(state.state())).split(" "));
            return Stream.iterate(0, i -> i < COMMANDS.size(), i -> i + 1)
                    .map(i -> Arguments.of(state, COMMANDS.get(i), row.get(i)));
        });
    }

    @ParameterizedTest
    @MethodSource("every_state_with_every_command")
    void a_command_does_what_the_table_says(Payout state, PayoutCommand command, String expected) {
        String told = switch (PayoutLife.decide(state, command)) {
            case Become become -> become.next().state().code();
            case Unchanged ignored -> "=";
            case NewAttempt ignored -> "+";
            case Refuse ignored -> "-";
        };

        assertThat(told).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("every_state_with_every_command")
    void money_is_in_clearing_exactly_while_the_payout_is_in_transit(Payout state, PayoutCommand command) {
        if (!(PayoutLife.decide(state, command) instanceof Become become)) {
            return;
        }

        int clearing =
                (become.next().state().isInTransit() ? 1 : 0) - (state.state().isInTransit() ? 1 : 0);
        assertThat(become.movement())
                .isIn(
                        switch (clearing) {
                            case 1 -> List.of(Movement.PAYABLE_TO_CLEARING);
                            case -1 -> List.of(Movement.CLEARING_TO_PAYABLE, Movement.CLEARING_TO_BANK);
                            default -> List.of(Movement.NONE, Movement.BANK_TO_PAYABLE);
                        });
        assertThat(become.movement() == Movement.CLEARING_TO_BANK)
                .isEqualTo(become.next().state() == PayoutState.BOOKED);
        assertThat(become.next().amount()).isEqualTo(AMOUNT);
    }

    @Test
    void the_same_person_cannot_release_what_they_signed() {
        assertThat(PayoutLife.decide(new Payout.Signed(AMOUNT, FIRST), new PayoutCommand.Release(FIRST)))
                .isInstanceOfSatisfying(
                        Refuse.class, no -> assertThat(no.problem()).isEqualTo(SettlementProblem.NEEDS_ANOTHER_PERSON));
    }

    @Test
    void a_booking_with_another_amount_closes_nothing() {
        assertThat(PayoutLife.decide(
                        new Payout.Accepted(AMOUNT), new PayoutCommand.Book(Money.of(12_344, "EUR"), "B1")))
                .isInstanceOfSatisfying(
                        Refuse.class, no -> assertThat(no.problem()).isEqualTo(SettlementProblem.AMOUNT_DIFFERS));
    }

    @Test
    void a_second_booking_under_another_reference_is_not_the_same_booking() {
        assertThat(PayoutLife.decide(new Payout.Booked(AMOUNT, "B1"), new PayoutCommand.Book(AMOUNT, "B2")))
                .isInstanceOfSatisfying(
                        Refuse.class, no -> assertThat(no.problem()).isEqualTo(SettlementProblem.BOOKED_TWICE));
        assertThat(PayoutLife.decide(new Payout.Booked(AMOUNT, "B1"), new PayoutCommand.Book(AMOUNT, null)))
                .isInstanceOf(Unchanged.class);
    }

    @Test
    void what_the_bank_has_fetched_cannot_be_cancelled() {
        assertThat(PayoutLife.decide(new Payout.Fetched(AMOUNT), new PayoutCommand.Cancel()))
                .isInstanceOfSatisfying(
                        Refuse.class, no -> assertThat(no.problem()).isEqualTo(SettlementProblem.FILE_FETCHED));
    }
}
