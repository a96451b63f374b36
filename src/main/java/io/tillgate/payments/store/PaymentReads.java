package io.tillgate.payments.store;

import io.tillgate.payments.PaymentKind;
import io.tillgate.payments.PaymentView;
import io.tillgate.payments.RequestKey;
import io.tillgate.payments.domain.Duty;
import io.tillgate.payments.store.ArmedPayment.HostMark;
import io.tillgate.payments.store.ArmedPayment.OriginalRow;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Money;
import io.tillgate.shared.PaymentId;
import io.tillgate.shared.SaleId;
import io.tillgate.shared.StoreId;
import io.tillgate.shared.TenantId;
import io.tillgate.shared.TerminalId;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From rows of {@code payment} to what others see. */
public final class PaymentReads {
    /** Every column that {@link #stored} reads, of alias {@code p}. */
    public static final String COLUMNS = "p.tenant_id, p.business_date, p.id, p.merchant_id, p.merchant_account_id,"
            + " p.store_id, p.terminal_id, p.terminal_number, p.request_channel, p.request_id, p.sale_id, p.kind, p.tender,"
            + " p.state, p.amount, p.currency, p.approved_amount, p.refunded, p.refund_pending, p.fee, p.original_date,"
            + " p.original_id, p.reason, p.host, p.trace, p.transmitted_at, p.duty, p.response_code, p.auth_code, p.rrn,"
            + " p.issuer_emv, p.card_entry, p.card_masked, p.card_scheme, p.card_token, p.card_sealed, p.merchant_number, p.mcc, p.zone,"
            + " p.created_at";

    private PaymentReads() {}

    public static StoredPayment stored(Row row) {
        TenantId tenant = new TenantId(row.getUUID("tenant_id"));
        return new StoredPayment(
                view(row),
                new RequestKey(tenant, row.getString("request_channel"), row.getUUID("request_id")),
                Duty.of(row.getString("duty")),
                new HostMark(
                        Objects.requireNonNullElse(row.getString("host"), ""),
                        Objects.requireNonNullElse(row.getInteger("trace"), 1),
                        instant(row, "transmitted_at")),
                original(row),
                bytes(row, "card_sealed"),
                new StoredPayment.Station(
                        row.getString("merchant_number"),
                        row.getString("mcc"),
                        java.time.ZoneId.of(row.getString("zone"))));
    }

    public static PaymentView view(Row row) {
        OriginalRow original = original(row);
        return new PaymentView(
                new PaymentId(row.getUUID("id")),
                row.getLocalDate("business_date"),
                place(row),
                PaymentKind.of(row.getString("kind")),
                row.getString("tender"),
                row.getString("state"),
                Money.of(row.getLong("amount"), row.getString("currency")),
                new PaymentView.Progress(
                        row.getLong("approved_amount"),
                        row.getLong("refunded"),
                        row.getLong("refund_pending"),
                        row.getLong("fee")),
                new SaleId(row.getUUID("sale_id")),
                row.getUUID("request_id"),
                original == null ? null : original.id(),
                card(row),
                host(row),
                row.getString("reason"),
                instant(row, "created_at"));
    }

    private static PaymentView.Place place(Row row) {
        UUID terminal = row.getUUID("terminal_id");
        return new PaymentView.Place(
                new TenantId(row.getUUID("tenant_id")),
                new MerchantId(row.getUUID("merchant_id")),
                new MerchantAccountId(row.getUUID("merchant_account_id")),
                new StoreId(row.getUUID("store_id")),
                terminal == null ? null : new TerminalId(terminal),
                row.getString("terminal_number"));
    }

    private static @Nullable OriginalRow original(Row row) {
        UUID id = row.getUUID("original_id");
        return id == null ? null : new OriginalRow(new PaymentId(id), row.getLocalDate("original_date"));
    }

    private static PaymentView.@Nullable CardShown card(Row row) {
        String masked = row.getString("card_masked");
        byte[] token = bytes(row, "card_token");
        return masked == null
                ? null
                : new PaymentView.CardShown(
                        masked,
                        row.getString("card_scheme"),
                        row.getString("card_entry"),
                        token == null ? null : HexFormat.of().formatHex(token));
    }

    private static PaymentView.@Nullable HostSide host(Row row) {
        String name = row.getString("host");
        return name == null || name.isEmpty()
                ? null
                : new PaymentView.HostSide(
                        name,
                        row.getInteger("trace"),
                        row.getString("response_code"),
                        row.getString("auth_code"),
                        row.getString("rrn"),
                        row.getString("issuer_emv"));
    }

    private static java.time.Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? java.time.Instant.EPOCH : time.toInstant();
    }

    private static byte @Nullable [] bytes(Row row, String column) {
        Buffer buffer = row.getBuffer(column) == null
                ? null
                : Buffer.newInstance(row.getBuffer(column).getDelegate());
        return buffer == null ? null : buffer.getBytes();
    }
}
