package io.tillgate.sales.usecase;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import io.tillgate.payments.PaymentProblem;
import io.tillgate.sales.Sale;
import io.tillgate.sales.SalesConfig;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.SaleId;
import io.tillgate.shared.TenantId;
import io.tillgate.shared.TerminalId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sales between their two commits, so that the second needs no reading. Only a help: what is not here, or was lost with
 * the process, is read from the database, and is the same, since nobody else may change a sale that is in work.
 */
@ApplicationScoped
class SalesUnderWay {
    /** Longer than any host's time. */
    private static final Duration KEPT = Duration.ofMinutes(3);

    private final Cache<Key, Kept> kept;

    SalesUnderWay(SalesConfig config) {
        this.kept = Caffeine.newBuilder()
                .maximumSize(config.salesUnderWayMax())
                .expireAfterWrite(KEPT)
                .build();
    }

    /** @param terminal that numbered the request; null for one of HTTP */
    record Key(TenantId tenant, SaleId sale, @Nullable TerminalId terminal, UUID request) {}

    /** A request by its name and by what it says. */
    record Request(Key key, byte[] bodyHash) {}

    private record Kept(Sale sale, byte[] bodyHash) {}

    /**
     * Keeps the sale while the work runs. Of two equal requests the first counts, as it does in payments; another body
     * under the same name is refused, so that a payment never meets the goods of another.
     */
    <T> Uni<T> during(Request request, Sale sale, Supplier<Uni<T>> work) {
        Kept own = new Kept(sale, request.bodyHash());
        Kept before = kept.asMap().putIfAbsent(request.key(), own);
        if (before != null && !Arrays.equals(before.bodyHash(), request.bodyHash())) {
            throw new Refusal(PaymentProblem.ID_REUSED, "this id is under way with another body");
        }
        return work.get().onTermination().invoke(() -> kept.asMap().remove(request.key(), own));
    }

    Optional<Sale> find(Key key) {
        return Optional.ofNullable(kept.getIfPresent(key)).map(Kept::sale);
    }
}
