package io.tillgate.catalogue.store;

import io.tillgate.catalogue.CouponSettlement;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Settlements as arrays for {@code unnest}. */
final class CouponSettlements {
    private CouponSettlements() {}

    static Tuple keys(List<CouponSettlement> rows) {
        return Tuple.of(
                rows.stream().map(row -> row.tenant().value()).toArray(UUID[]::new),
                rows.stream().map(CouponSettlement::coupon).toArray(UUID[]::new));
    }

    static Tuple columns(List<CouponSettlement> rows) {
        return keys(rows)
                .addValue(rows.stream().map(CouponSettlement::source).toArray(UUID[]::new))
                .addValue(rows.stream()
                        .map(row -> row.at().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new));
    }
}
