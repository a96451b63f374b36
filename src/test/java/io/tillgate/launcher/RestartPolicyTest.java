package io.tillgate.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillgate.launcher.process.CannotStart;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RestartPolicyTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T09:00:00Z"));
    private final RestartPolicy policy = new RestartPolicy(now::get);

    @Test
    void the_first_restart_is_at_once_and_each_next_one_waits_twice_as_long() {
        assertThat(IntStream.range(0, RestartPolicy.RESTARTS_MAX).mapToObj(_ -> pause()))
                .extracting(Duration::toMillis)
                .containsExactly(0L, 500L, 1000L, 2000L, 4000L);
    }

    @Test
    void a_child_that_keeps_ending_is_given_up_with_the_name_of_its_log() {
        IntStream.range(0, RestartPolicy.RESTARTS_MAX).forEach(_ -> pause());

        assertThatThrownBy(this::pause)
                .isInstanceOf(CannotStart.class)
                .hasMessage("service ended 6 times within 10 minutes: see service.log");
    }

    @Test
    void what_happened_long_ago_is_forgotten() {
        IntStream.range(0, RestartPolicy.RESTARTS_MAX).forEach(_ -> pause());
        now.updateAndGet(time -> time.plus(RestartPolicy.WINDOW).plusSeconds(1));

        assertThat(pause()).isZero();
    }

    @Test
    void children_are_counted_apart() {
        IntStream.range(0, RestartPolicy.RESTARTS_MAX).forEach(_ -> pause());

        assertThat(policy.pauseBefore("simulators", "simulators.log")).isZero();
    }

    private Duration pause() {
        return policy.pauseBefore("service", "service.log");
    }
}
