package io.tillgate.catalogue.store;

import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.Owner;
import io.tillgate.catalogue.Promotion;
import io.tillgate.catalogue.SavePromotion;
import io.tillgate.platform.http.Versions;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Promotions as records. Every operation runs in the caller's transaction. */
@ApplicationScoped
public class PostgresPromotionStore {
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String LISTED = "merchantId = :merchant and deletedAt is null and id > :after order by id";

    public Uni<Promotion> add(Owner owner, UUID id, SavePromotion wanted) {
        PromotionRecord row = PromotionRecord.create(owner, id).become(wanted);
        return row.persistAndFlush().replaceWith(row::toPromotion);
    }

    public Uni<Promotion> change(Owner owner, UUID id, SavePromotion wanted, @Nullable String ifMatch) {
        return row(owner, id).chain(row -> {
            Versions.expect(ifMatch, row.version);
            return row.become(wanted).flush().replaceWith(row::toPromotion);
        });
    }

    public Uni<Void> delete(Owner owner, UUID id, Instant now, @Nullable String ifMatch) {
        return row(owner, id).chain(row -> {
            Versions.expect(ifMatch, row.version);
            row.deletedAt = now;
            return row.flush();
        });
    }

    public Uni<Promotion> get(Owner owner, UUID id) {
        return row(owner, id).map(PromotionRecord::toPromotion);
    }

    /** In the order of ids, that is of creation; one more than the limit when there are more. */
    public Uni<List<Promotion>> list(Owner owner, int limit, @Nullable UUID after) {
        return PromotionRecord.<PromotionRecord>find(
                        LISTED,
                        Parameters.with("merchant", owner.merchant().value())
                                .and("after", after == null ? BEFORE_ALL : after))
                .range(0, limit)
                .list()
                .map(rows -> rows.stream().map(PromotionRecord::toPromotion).toList());
    }

    private static Uni<PromotionRecord> row(Owner owner, UUID id) {
        return PromotionRecord.<PromotionRecord>findById(
                        new TenantKey(owner.tenant().value(), id))
                .map(row -> row != null
                                && row.deletedAt == null
                                && row.merchantId.equals(owner.merchant().value())
                        ? row
                        : null)
                .onItem()
                .ifNull()
                .failWith(() -> new Refusal(CommonProblem.NOT_FOUND, "There is no such promotion."));
    }
}
