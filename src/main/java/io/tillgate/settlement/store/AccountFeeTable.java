package io.tillgate.settlement.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.ledger.DerivedId;
import io.tillgate.platform.persistence.ColumnArrays;
import io.tillgate.pricing.MonthVolume;
import io.tillgate.pricing.MonthlyFeeLine;
import io.tillgate.pricing.MonthlyFeeLine.OfMonth;
import io.tillgate.pricing.MonthlyFeeLine.ToTier;
import io.tillgate.pricing.MonthlyFeeLine.UpToMonthlyMinimum;
import io.tillgate.pricing.OpenMonth;
import io.tillgate.pricing.VolumeTier;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Money;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What accounts were charged by the month, with all that explains it. */
public final class AccountFeeTable {
    /** What the entries in the journal were booked for. */
    public static final String SOURCE = "account-fee";

    /** Columns of the alias {@code f} that {@link #line} reads. */
    static final String COLUMNS =
            "f.kind as fee_kind, f.month as fee_month, f.amount as fee_amount, f.days as fee_days,"
                    + " f.whole_month as fee_whole, f.volume as fee_volume, f.payments as fee_payments, f.tier_from as fee_tier_from,"
                    + " f.parts_per_million as fee_rate, f.per_item as fee_per_item, f.charged as fee_charged";

    private static final String INSERT = "insert into account_fee (tenant_id, booked_on, created_at, id, merchant_id,"
            + " merchant_account_id, kind, month, currency, amount, fee_plan, days, whole_month, volume, payments, tier_from,"
            + " parts_per_million, per_item, charged) select $1, $2, $3, * from unnest($4::uuid[], $5::uuid[], $6::uuid[],"
            + " $7::text[], $8::date[], $9::text[], $10::bigint[], $11::text[], $12::int[], $13::bigint[], $14::bigint[],"
            + " $15::bigint[], $16::bigint[], $17::int[], $18::bigint[], $19::bigint[])";

    private AccountFeeTable() {}

    /** One fee of an account. */
    public record Charge(MerchantId merchant, MerchantAccountId account, String plan, MonthlyFeeLine line) {
        /** Follows from account, kind and month: the same fee charged again meets itself. */
        public UUID id(TenantId tenant) {
            YearMonth month = line.month().month();
            return DerivedId.dated(month.atDay(1), 0, SOURCE, tenant, account, line.kind(), month);
        }
    }

    /** When fees are charged: the business date of their entries, and the moment. */
    public record Charging(TenantId tenant, LocalDate bookedOn, Instant at) {}

    public static Uni<Void> insert(SqlConnection connection, Charging charging, List<Charge> charges) {
        Tuple values = Tuple.of(charging.tenant.value(), charging.bookedOn, charging.at.atOffset(ZoneOffset.UTC));
        Tuple columns = ColumnArrays.of(charges)
                .uuids(each -> each.id(charging.tenant))
                .ids(Charge::merchant)
                .ids(Charge::account)
                .texts(each -> each.line.kind())
                .dates(each -> each.line.month().month().atDay(1))
                .texts(each -> each.line.amount().currency().getCurrencyCode())
                .longs(each -> each.line.amount().value())
                .texts(Charge::plan)
                .integers(each -> each.line.month().days())
                .longs(each -> whole(each.line))
                .longs(each -> tier(each.line, of -> of.volume().gross().value()))
                .longs(each -> tier(each.line, of -> of.volume().payments()))
                .longs(each -> tier(each.line, of -> of.tier().from()))
                .integers(each -> tier(each.line, of -> of.tier().partsPerMillion()))
                .longs(each -> tier(each.line, of -> of.tier().perItem()))
                .longs(each -> charged(each.line))
                .tuple();
        return connection
                .preparedQuery(INSERT)
                .execute(Tuples.joined(values, columns))
                .replaceWithVoid();
    }

    private static @Nullable Long whole(MonthlyFeeLine line) {
        return switch (line) {
            case OfMonth fee -> fee.whole().value();
            case UpToMonthlyMinimum fee -> fee.whole().value();
            case ToTier ignored -> null;
        };
    }

    private static @Nullable Long charged(MonthlyFeeLine line) {
        return switch (line) {
            case OfMonth ignored -> null;
            case UpToMonthlyMinimum fee -> fee.charged().value();
            case ToTier fee -> fee.volume().charged().value();
        };
    }

    private static <T> @Nullable T tier(MonthlyFeeLine line, Function<ToTier, T> part) {
        return line instanceof ToTier tier ? part.apply(tier) : null;
    }

    /** Null where the row has no fee. */
    static @Nullable MonthlyFeeLine line(Row row) {
        String kind = row.getString("fee_kind");
        if (kind == null) {
            return null;
        }
        Currency currency = Currency.getInstance(row.getString("currency"));
        OpenMonth month = new OpenMonth(YearMonth.from(row.getLocalDate("fee_month")), row.getInteger("fee_days"));
        Money amount = new Money(row.getLong("fee_amount"), currency);
        return switch (kind) {
            case OfMonth.KIND -> new OfMonth(amount, month, money(row, "fee_whole", currency));
            case UpToMonthlyMinimum.KIND ->
                new UpToMonthlyMinimum(
                        amount, month, money(row, "fee_whole", currency), money(row, "fee_charged", currency));
            case ToTier.KIND ->
                new ToTier(
                        amount,
                        month,
                        new VolumeTier(
                                row.getLong("fee_tier_from"), row.getInteger("fee_rate"), row.getLong("fee_per_item")),
                        new MonthVolume(
                                money(row, "fee_volume", currency),
                                row.getLong("fee_payments"),
                                money(row, "fee_charged", currency)));
            default -> throw new IllegalStateException("a fee of the unknown kind " + kind);
        };
    }

    private static Money money(Row row, String column, Currency currency) {
        return new Money(Objects.requireNonNull(row.getLong(column)), currency);
    }
}
