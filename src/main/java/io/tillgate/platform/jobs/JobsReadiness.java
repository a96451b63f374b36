package io.tillgate.platform.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Names in the readiness answer the jobs that failed {@value #REPEATEDLY} times in a row or more. Always UP: a replica whose
 * job fails can still sell.
 */
@Readiness
@ApplicationScoped
class JobsReadiness implements HealthCheck {
    static final int REPEATEDLY = 3;

    private final Jobs jobs;

    JobsReadiness(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public HealthCheckResponse call() {
        return answer(jobs.failuresInARow());
    }

    static HealthCheckResponse answer(Map<String, Integer> failuresInARow) {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("jobs").up();
        failuresInARow.forEach((job, times) -> {
            if (times >= REPEATEDLY) {
                response.withData(job, "FAILED " + times + " TIMES");
            }
        });
        return response.build();
    }
}
