package io.tillgate.portal.frame;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.persistence.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;

/** The last pulse of each scope, so that any number of readers of one merchant ask the database once. */
@ApplicationScoped
class Pulses {
    private static final int SCOPES_MAX = 2_000;
    private final Cache<Scope, Map<String, String>> last = Caffeine.newBuilder()
            .maximumSize(SCOPES_MAX)
            .expireAfterWrite(Duration.ofMillis(1_500))
            .build();

    Uni<Map<String, String>> of(Face face, Caller caller) {
        Map<String, String> known = last.getIfPresent(caller.scope());
        return known != null
                ? Uni.createFrom().item(known)
                : face.pulse(caller).invoke(pulse -> last.put(caller.scope(), pulse));
    }
}
