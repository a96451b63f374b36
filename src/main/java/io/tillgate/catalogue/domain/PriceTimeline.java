package io.tillgate.catalogue.domain;

import io.tillgate.shared.Money;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The prices of one product as one store sees them. A store's own price stands in front of the merchant's; an own entry
 * without a price hands back to the merchant's.
 */
public record PriceTimeline(List<Entry> entries) {
    private static final Comparator<Entry> NEWEST_FIRST =
            Comparator.comparing(Entry::from).thenComparing(Entry::id).reversed();

    public PriceTimeline {
        entries = entries.stream().sorted(NEWEST_FIRST).toList();
    }

    /**
     * One price change.
     *
     * @param own whether it is the store's own
     * @param price null: no own price from then on
     */
    public record Entry(UUID id, boolean own, @Nullable Money price, Instant from) {}

    /** A price, when it took over, and what it took over from. */
    public record InForce(
            Money price, Instant since, @Nullable Money before) {}

    /** What a till charges at this instant, and what it charged before that began. */
    public Optional<InForce> at(Instant now) {
        Money price = price(now);
        if (price == null) {
            return Optional.empty();
        }
        Instant since = begin(price, now);
        return Optional.of(new InForce(price, since, price(since.minusNanos(1))));
    }

    /** What a till will charge from the instants after this one on, the next first. */
    public List<Upcoming> after(Instant now) {
        return entries.reversed().stream()
                .filter(entry -> entry.from().isAfter(now))
                .map(entry -> new Upcoming(price(entry.from()), entry.from()))
                .distinct()
                .toList();
    }

    /** A price to come; null when there will be none. */
    public record Upcoming(@Nullable Money price, Instant from) {}

    /** Whether a store's own entries still decide anything at this instant or later. */
    public boolean isOwn(Instant now) {
        Entry own = newest(true, now);
        boolean ownToCome =
                entries.stream().anyMatch(entry -> entry.own() && entry.from().isAfter(now));
        return ownToCome || (own != null && own.price() != null);
    }

    private @Nullable Money price(Instant at) {
        Entry own = newest(true, at);
        if (own != null && own.price() != null) {
            return own.price();
        }
        Entry base = newest(false, at);
        return base == null ? null : base.price();
    }

    private @Nullable Entry newest(boolean own, Instant at) {
        for (Entry entry : entries) {
            if (entry.own() == own && !entry.from().isAfter(at)) {
                return entry;
            }
        }
        return null;
    }

    /** The oldest instant from which this price has been charged without a break. */
    private Instant begin(Money price, Instant now) {
        Instant since = now;
        for (Entry entry : entries) {
            if (entry.from().isAfter(now)) {
                continue;
            }
            if (!price.equals(price(entry.from()))) {
                break;
            }
            since = entry.from();
        }
        return since;
    }
}
