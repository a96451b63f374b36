package io.tillgate.sales.usecase;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tillgate.sales.Sale;
import io.tillgate.sales.SalesConfig;
import io.tillgate.shared.SaleId;
import io.tillgate.shared.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Sales between their two commits, so that the second needs no reading. Only a help: what is not here, or was lost with
 * the process, is read from the database, and is the same, since nobody else may change a sale that is in work.
 */
@ApplicationScoped
class SalesUnderWay {
    /** Longer than any host's time. */
    private static final Duration KEPT = Duration.ofMinutes(3);

    private final Cache<Key, Sale> kept;

    SalesUnderWay(SalesConfig config) {
        this.kept = Caffeine.newBuilder()
                .maximumSize(config.salesUnderWayMax())
                .expireAfterWrite(KEPT)
                .build();
    }

    record Key(TenantId tenant, SaleId sale, UUID request) {}

    /** The first of two equal requests counts, as it does in payments. */
    void keep(Key key, Sale sale) {
        kept.asMap().putIfAbsent(key, sale);
    }

    Optional<Sale> find(Key key) {
        return Optional.ofNullable(kept.getIfPresent(key));
    }

    void forget(Key key) {
        kept.invalidate(key);
    }
}
