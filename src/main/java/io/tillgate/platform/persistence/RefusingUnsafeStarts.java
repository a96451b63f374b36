package io.tillgate.platform.persistence;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Before anything else: a database that may lose what it committed is refused in every profile, and demo users
 * and a movable business clock everywhere but under {@code ./tillgate up} and in tests.
 */
@ApplicationScoped
class RefusingUnsafeStarts {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SHOW =
            "select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit')";

    private final TenantTransaction transactions;
    private final Optional<Path> demoUsers;
    private final Optional<String> clockSecret;

    RefusingUnsafeStarts(
            TenantTransaction transactions,
            @ConfigProperty(name = "tillgate.embedded.users") Optional<Path> demoUsers,
            @ConfigProperty(name = "tillgate.embedded.clock-secret") Optional<String> clockSecret) {
        this.transactions = transactions;
        this.demoUsers = demoUsers;
        this.clockSecret = clockSecret;
    }

    void check(@Observes @Priority(1) StartupEvent event) {
        boolean embedded = ConfigUtils.isProfileActive("embedded") || LaunchMode.current() != LaunchMode.NORMAL;
        if (!embedded && demoUsers.isPresent()) {
            throw new IllegalStateException(
                    "tillgate.embedded.users is set: demo users exist under ./tillgate up only");
        }
        if (!embedded && clockSecret.isPresent()) {
            throw new IllegalStateException(
                    "tillgate.embedded.clock-secret is set: business clocks move under ./tillgate up only");
        }
        DurabilityPolicy.refusal(settings().await().atMost(PATIENCE)).ifPresent(line -> {
            throw new IllegalStateException(line);
        });
    }

    private Uni<Map<String, String>> settings() {
        return transactions
                .global(connection -> connection.query(SHOW).execute())
                .map(rows -> {
                    Map<String, String> shown = new HashMap<>();
                    rows.forEach(row -> shown.put(row.getString("name"), row.getString("setting")));
                    return shown;
                });
    }
}
