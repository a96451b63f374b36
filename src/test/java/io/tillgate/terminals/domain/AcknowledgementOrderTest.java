package io.tillgate.terminals.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.terminals.domain.AcknowledgementOrder.Arrival;
import io.tillgate.terminals.domain.AcknowledgementOrder.Ready;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AcknowledgementOrderTest {
    private final AcknowledgementOrder<String> order = new AcknowledgementOrder<>(32);

    @Test
    void acknowledgements_leave_in_the_order_of_arrival_however_commits_finish() {
        for (int seed = 0; seed < 200; seed++) {
            List<Integer> arrival = IntStream.rangeClosed(1, 32).boxed().toList();
            List<Integer> commits = new ArrayList<>(arrival);
            Collections.shuffle(commits, new Random(seed));
            List<Integer> left = new ArrayList<>();

            arrival.forEach(id -> order.arrived(id, 1));
            commits.forEach(id -> order.settled(id, "ok").forEach(ready -> left.add(ready.packetId())));

            assertThat(left).isEqualTo(arrival);
        }
    }

    @Test
    void a_packet_sent_again_while_underway_is_taken_in_once() {
        assertThat(order.arrived(5, 1)).isEqualTo(Arrival.FIRST);
        assertThat(order.arrived(5, 1)).isEqualTo(Arrival.UNDERWAY);

        assertThat(order.settled(5, "ok")).containsExactly(new Ready<>(5, 1, "ok"));
        assertThat(order.settled(5, "ok")).isEmpty();
        assertThat(order.arrived(5, 1)).isEqualTo(Arrival.FIRST);
    }

    @Test
    void quality_2_is_taken_in_once_until_it_is_released() {
        order.arrived(9, 2);
        order.settled(9, "ok");

        assertThat(order.arrived(9, 2)).isEqualTo(Arrival.RECEIVED_BEFORE);
        order.released(9);
        assertThat(order.arrived(9, 2)).isEqualTo(Arrival.FIRST);
    }

    @Test
    void more_than_announced_is_a_breach() {
        IntStream.rangeClosed(1, 32).forEach(id -> order.arrived(id, id % 2 + 1));

        assertThat(order.arrived(33, 1)).isEqualTo(Arrival.TOO_MANY);
    }

    @Test
    void quality_2_that_is_never_released_counts_against_the_window() {
        IntStream.rangeClosed(1, 32).forEach(id -> {
            order.arrived(id, 2);
            order.settled(id, "ok");
        });

        assertThat(order.arrived(33, 2)).isEqualTo(Arrival.TOO_MANY);
    }
}
