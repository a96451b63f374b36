package io.tillgate.platform.persistence;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a database must promise before money is written to it. */
final class DurabilityPolicy {
    /** Settings that must be on; {@code synchronous_commit} may also name a stricter level. */
    static final List<String> SETTINGS = List.of("fsync", "full_page_writes", "synchronous_commit");

    private DurabilityPolicy() {}

    /** One line that says what to change, or empty when a commit is durable. */
    static Optional<String> refusal(Map<String, String> shown) {
        return SETTINGS.stream()
                .filter(setting -> "off".equals(shown.get(setting)))
                .findFirst()
                .map(setting -> "PostgreSQL runs with " + setting
                        + " off: a committed sale could be lost. Turn it on and start again.");
    }
}
