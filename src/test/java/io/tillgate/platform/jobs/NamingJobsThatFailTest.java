package io.tillgate.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class NamingJobsThatFailTest {
    @Test
    void a_job_that_failed_repeatedly_is_named_and_the_replica_stays_up() {
        HealthCheckResponse answer = JobsReadiness.answer(Map.of("retention", 3, "partition-drop", 2));

        assertThat(answer.getStatus()).isEqualTo(Status.UP);
        assertThat(answer.getData()).contains(Map.of("retention", "FAILED 3 TIMES"));
    }

    @Test
    void nothing_is_said_of_jobs_that_do_their_work() {
        assertThat(JobsReadiness.answer(Map.of()).getData()).isEmpty();
    }
}
