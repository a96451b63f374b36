package io.tillgate.catalogue.store;

import static io.tillgate.platform.retention.TableRetention.When.nightly;

import io.tillgate.platform.retention.DueRows;
import io.tillgate.platform.retention.KeepingTime;
import io.tillgate.platform.retention.RetentionSchedule;
import io.tillgate.platform.retention.TableRetention;
import io.tillgate.platform.retention.TableRetention.Dropped;
import io.tillgate.platform.retention.TableRetention.Erased;
import io.tillgate.platform.retention.TableRetention.Kept;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import java.util.List;

@ApplicationScoped
class CatalogueRetention implements RetentionSchedule {
    private static final String WITH_MERCHANT = "with its merchant";
    /** A price ends when the next one of its product and store begins; a withdrawn one never was in force. */
    private static final String REPLACED = "(r.withdrawn_at is not null or exists (select from price n"
            + " where n.tenant_id = r.tenant_id and n.product_id = r.product_id"
            + " and n.store_id is not distinct from r.store_id and n.withdrawn_at is null"
            + " and (n.valid_from, n.id) > (r.valid_from, r.id) and n.valid_from < $2::timestamptz))";

    @Override
    public List<TableRetention> tables() {
        return List.of(
                new Kept("product", WITH_MERCHANT),
                new Kept("product_barcode", "with its product"),
                new Erased(
                        "price",
                        "",
                        nightly(KeepingTime.years(10), "another took its place"),
                        DueRows.deleted("price", "id", "r.valid_from", REPLACED)),
                new Kept("stock_balance", "with its product"),
                new Dropped("stock_movement", Period.ofYears(3)),
                new Erased(
                        "stock_paper",
                        "",
                        nightly(KeepingTime.years(3), "it was booked"),
                        DueRows.deleted("stock_paper", "merchant_id, id", "r.recorded_at")),
                new Kept("promotion", WITH_MERCHANT),
                new Kept("coupon", WITH_MERCHANT),
                new Erased(
                        "coupon_redemption",
                        "",
                        nightly(KeepingTime.years(2), "its sale"),
                        DueRows.deleted("coupon_redemption", "coupon_id, source_id", "r.reserved_at")),
                new Kept("document_counter", WITH_MERCHANT),
                new Kept("document_item", WITH_MERCHANT));
    }
}
