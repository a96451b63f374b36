package io.tillgate.payments.iso8583;

import static io.tillgate.payments.iso8583.HostRig.LONG;
import static io.tillgate.payments.iso8583.HostRig.SHORT;
import static io.tillgate.payments.iso8583.HostRig.await;
import static io.tillgate.payments.iso8583.HostRig.sale;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.tillgate.payments.iso8583.HostOutcome.Answered;
import io.tillgate.payments.iso8583.HostOutcome.NotSent;
import io.tillgate.payments.iso8583.HostOutcome.Obstacle;
import io.tillgate.payments.iso8583.HostOutcome.Silence;
import io.tillgate.payments.iso8583.HostOutcome.Silent;
import io.tillgate.payments.iso8583.HostOutcome.Unreadable;
import io.tillgate.shared.Money;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TalkingToACardHostTest {
    private HostRig rig;

    @BeforeEach
    void start() throws IOException {
        rig = new HostRig();
    }

    @AfterEach
    void stop() throws IOException {
        rig.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"iso87-ascii", "unionpay"})
    void a_sale_is_approved_and_stands_in_the_hosts_book(String dialect) throws Exception {
        HostLink link = rig.link(dialect);

        HostOutcome outcome = await(link.send(sale("T0000001", 1, 12_345), LONG));

        HostAnswer answer = answered(outcome);
        assertThat(answer.approved()).isTrue();
        assertThat(answer.authCode().orElseThrow()).hasSize(6);
        assertThat(answer.rrn().orElseThrow()).hasSize(12);
        assertThat(answer.issuerEmv().orElseThrow()).startsWith("910A");
        assertThat(answer.settlementDate()).isPresent();
        assertThat(answer.amount()).contains(12_345L);
        assertThat(answer.roundTrip()).isPositive();
        JsonNode book = rig.book();
        assertThat(book.path("charged").asLong()).isEqualTo(12_345);
        assertThat(book.path("transactions").get(0).path("card").asText()).isEqualTo("622424******0113");
    }

    @ParameterizedTest
    @ValueSource(strings = {"iso87-ascii", "unionpay"})
    void a_decline_by_amount_says_why(String dialect) throws Exception {
        HostLink link = rig.link(dialect);

        HostAnswer answer = answered(await(link.send(sale("T0000001", 1, 19_951), LONG)));

        assertThat(answer.responseCode()).isEqualTo("51");
        assertThat(answer.approved()).isFalse();
        assertThat(answer.authCode()).isEmpty();
        assertThat(rig.book().path("charged").asLong()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"iso87-ascii", "unionpay"})
    void refund_void_reversal_and_echo_are_understood(String dialect) throws Exception {
        HostLink link = rig.link(dialect);
        HostRequest.Sale first = sale("T0000001", 1, 1_000);
        HostRequest.Sale second = sale("T0000001", 2, 2_000);
        HostRequest.Sale third = sale("T0000001", 3, 4_000);
        List.of(first, second, third).forEach(each -> await(link.send(each, LONG)));

        HostRequest undone =
                new HostRequest.VoidSale(first.at(), HostRig.trace(4), first.amount(), HostRig.card(), original(first));
        HostRequest back = new HostRequest.Refund(
                first.at(), HostRig.trace(5), Money.of(500, "CNY"), HostRig.card(), original(second));
        assertThat(answered(await(link.send(undone, LONG))).approved()).isTrue();
        assertThat(answered(await(link.send(back, LONG))).approved()).isTrue();
        assertThat(answered(await(link.send(HostRig.reversal(third, 6), LONG))).approved())
                .isTrue();
        assertThat(answered(await(link.send(new HostRequest.Echo(first.at(), HostRig.trace(7)), LONG)))
                        .approved())
                .isTrue();

        assertThat(rig.book().path("charged").asLong()).isEqualTo(1_500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iso87-ascii", "unionpay"})
    void an_answer_after_the_timeout_is_evidence_and_no_answer(String dialect) throws Exception {
        HostLink link = rig.link(dialect);
        rig.fault("{\"fault\":\"delay\",\"delayMillis\":400,\"match\":{\"mti\":\"0200\"}}");

        HostOutcome outcome = await(link.send(sale("T0000001", 1, 100), SHORT));

        assertThat(outcome).isEqualTo(new Silent(Silence.TIMEOUT));
        LateAnswers.LateAnswer late = rig.nextLate();
        assertThat(late.reason()).isEqualTo(LateAnswers.Reason.LATE);
        assertThat(late.answer().orElseThrow().approved()).isTrue();
        assertThat(late.key().orElseThrow().stan()).isEqualTo(1);
    }

    @Test
    void a_lost_answer_is_silence_and_its_reversal_frees_the_cardholder() throws Exception {
        HostLink link = rig.link("iso87-ascii");
        rig.fault("{\"fault\":\"drop\",\"match\":{\"mti\":\"0200\"}}");
        HostRequest.Sale sale = sale("T0000001", 1, 100);

        HostOutcome outcome = await(link.send(sale, SHORT));

        assertThat(outcome).isInstanceOf(Silent.class);
        assertThat(rig.book().path("charged").asLong()).isEqualTo(100);
        answered(await(link.send(HostRig.reversal(sale, 2), LONG)));
        assertThat(rig.book().path("charged").asLong()).isZero();
    }

    @Test
    void a_lost_request_was_never_charged_and_its_reversal_is_accepted() throws Exception {
        HostLink link = rig.link("iso87-ascii");
        rig.fault("{\"fault\":\"lose-request\",\"match\":{\"mti\":\"0200\"}}");
        HostRequest.Sale sale = sale("T0000001", 1, 100);

        assertThat(await(link.send(sale, SHORT))).isInstanceOf(Silent.class);
        assertThat(answered(await(link.send(HostRig.reversal(sale, 2), LONG))).approved())
                .isTrue();

        assertThat(answered(await(link.send(sale, LONG))).responseCode()).isEqualTo("12");
        assertThat(rig.book().path("charged").asLong()).isZero();
    }

    @Test
    void a_second_answer_is_kept_as_a_duplicate() throws Exception {
        HostLink link = rig.link("iso87-ascii");
        rig.fault("{\"fault\":\"duplicate\",\"match\":{\"mti\":\"0200\"}}");

        answered(await(link.send(sale("T0000001", 1, 100), LONG)));

        assertThat(rig.nextLate().reason()).isEqualTo(LateAnswers.Reason.DUPLICATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iso87-ascii", "unionpay"})
    void a_garbled_answer_is_unreadable_and_names_the_field(String dialect) throws Exception {
        HostLink link = rig.link(dialect);
        rig.fault("{\"fault\":\"garble\",\"match\":{\"mti\":\"0200\"}}");

        HostOutcome outcome = await(link.send(sale("T0000001", 1, 100), LONG));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        unreadable -> assertThat(unreadable.path()).isEqualTo("3"));
        assertThat(link.state()).isEqualTo(LinkState.UP);
    }

    @Test
    void many_at_once_in_any_order_each_get_their_own_answer() throws Exception {
        HostLink link = rig.link("iso87-ascii", HostLinkConfig.Timing.USUAL, 3);
        rig.fault("{\"fault\":\"delay\",\"count\":40,\"delayMillis\":30,\"match\":{\"terminal\":\"T0000002\"}}");
        rig.fault("{\"fault\":\"delay\",\"count\":20,\"delayMillis\":90,\"match\":{\"terminal\":\"T0000003\"}}");

        List<Uni<HostOutcome>> sent = IntStream.range(0, 300)
                .mapToObj(i -> link.send(sale("T000000" + (i % 4), 1 + i / 4, 10_000_000L + i), LONG))
                .toList();
        List<HostOutcome> outcomes = await(Uni.join().all(sent).andCollectFailures());

        Set<String> references = new HashSet<>();
        for (int i = 0; i < 300; i++) {
            HostAnswer answer = answered(outcomes.get(i));
            assertThat(answer.amount()).contains(10_000_000L + i);
            references.add(answer.rrn().orElseThrow());
        }
        assertThat(references).hasSize(300);
        assertThat(link.waiting()).isZero();
    }

    @Test
    void two_terminals_may_use_the_same_trace_number_at_the_same_time() throws Exception {
        HostLink link = rig.link("iso87-ascii");
        rig.fault("{\"fault\":\"delay\",\"delayMillis\":50,\"match\":{\"terminal\":\"T0000001\"}}");

        Uni<HostOutcome> slow = link.send(sale("T0000001", 9, 111), LONG);
        Uni<HostOutcome> quick = link.send(sale("T0000002", 9, 222), LONG);
        List<HostOutcome> both = await(Uni.join().all(slow, quick).andCollectFailures());

        assertThat(answered(both.get(0)).amount()).contains(111L);
        assertThat(answered(both.get(1)).amount()).contains(222L);
    }

    @Test
    void a_reversals_answer_never_meets_the_sale_with_its_trace_number() throws Exception {
        HostLink link = rig.link("iso87-ascii");
        rig.fault("{\"fault\":\"drop\",\"match\":{\"mti\":\"0200\"}}");
        HostRequest.Sale sale = sale("T0000001", 5, 100);

        Uni<HostOutcome> unanswered = link.send(sale, Duration.ofMillis(600));
        Uni<HostOutcome> reversed = link.send(HostRig.reversal(sale, 5), LONG);
        List<HostOutcome> both = await(Uni.join().all(unanswered, reversed).andCollectFailures());

        assertThat(both.get(0)).isInstanceOf(Silent.class);
        assertThat(answered(both.get(1)).approved()).isTrue();
    }

    @Test
    void the_same_request_twice_on_its_way_is_sent_once() throws Exception {
        HostLink link = rig.link("iso87-ascii");
        rig.fault("{\"fault\":\"delay\",\"delayMillis\":100}");

        Uni<HostOutcome> first = link.send(sale("T0000001", 1, 100), LONG);
        Uni<HostOutcome> again = link.send(sale("T0000001", 1, 100), LONG);
        List<HostOutcome> both = await(Uni.join().all(first, again).andCollectFailures());

        assertThat(both.get(0)).isInstanceOf(Answered.class);
        assertThat(both.get(1)).isEqualTo(new NotSent(Obstacle.IN_FLIGHT));
    }

    static HostAnswer answered(HostOutcome outcome) {
        assertThat(outcome).isInstanceOf(Answered.class);
        return ((Answered) outcome).answer();
    }

    private static Original original(HostRequest.Sale sale) {
        return new Original("0200", sale.trace(), null, null);
    }
}
