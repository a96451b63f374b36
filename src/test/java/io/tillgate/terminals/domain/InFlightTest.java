package io.tillgate.terminals.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class InFlightTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void a_full_window_gives_no_id() {
        var window = new InFlight<String>(2);

        assertThat(window.send("a", NOON)).hasValue(1);
        assertThat(window.send("b", NOON)).hasValue(2);
        assertThat(window.send("c", NOON)).isEmpty();
        assertThat(window.acknowledged(1)).contains("a");
        assertThat(window.send("c", NOON)).hasValue(3);
    }

    @Test
    void an_id_still_in_flight_is_passed_over_when_the_numbers_start_again() {
        var window = new InFlight<Integer>(16);
        window.send(0, NOON);
        for (int i = 2; i <= 65_535; i++) {
            window.acknowledged(window.send(i, NOON).orElseThrow());
        }

        assertThat(window.send(1, NOON)).hasValue(2);
    }

    @Test
    void an_acknowledgement_of_nothing_harms_nobody() {
        assertThat(new InFlight<String>(4).acknowledged(77)).isEmpty();
    }

    @Test
    void the_one_that_waits_longest_is_known() {
        var window = new InFlight<String>(4);
        window.send("a", NOON);
        window.send("b", NOON.plusSeconds(5));

        assertThat(window.oldest()).contains(NOON);
        window.acknowledged(1);
        assertThat(window.oldest()).contains(NOON.plusSeconds(5));
    }
}
