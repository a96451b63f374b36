package io.tillgate.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusingALossyDatabaseTest {
    private static final Map<String, String> SAFE =
            Map.of("fsync", "on", "full_page_writes", "on", "synchronous_commit", "on");

    @Test
    void a_durable_database_is_taken() {
        assertThat(DurabilityPolicy.refusal(SAFE)).isEmpty();
    }

    @Test
    void a_stricter_commit_is_taken() {
        assertThat(DurabilityPolicy.refusal(with("synchronous_commit", "remote_apply")))
                .isEmpty();
    }

    @Test
    void each_setting_that_loses_commits_is_refused_by_name() {
        for (String setting : DurabilityPolicy.SETTINGS) {
            assertThat(DurabilityPolicy.refusal(with(setting, "off")))
                    .hasValueSatisfying(line -> assertThat(line).contains(setting));
        }
    }

    private static Map<String, String> with(String setting, String value) {
        Map<String, String> changed = new HashMap<>(SAFE);
        changed.put(setting, value);
        return changed;
    }
}
