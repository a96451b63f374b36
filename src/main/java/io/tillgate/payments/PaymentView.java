package io.tillgate.payments;

import io.tillgate.shared.Money;
import io.tillgate.shared.PaymentId;
import io.tillgate.shared.SaleId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment as it stands, without anything secret.
 */
public record PaymentView(
        PaymentId id,
        LocalDate businessDate,
        Place place,
        PaymentKind kind,
        String tender,
        String state,
        Money amount,
        Progress progress,
        SaleId sale,
        UUID requestId,
        @Nullable PaymentId original,
        @Nullable CardShown card,
        @Nullable HostSide host,
        @Nullable String reason,
        Instant createdAt) {

    /** Whose and where. */
    public record Place(
            io.tillgate.shared.TenantId tenant,
            io.tillgate.shared.MerchantId merchant,
            io.tillgate.shared.MerchantAccountId account,
            io.tillgate.shared.StoreId store,
            io.tillgate.shared.@Nullable TerminalId terminal,
            String terminalNumber) {}

    /** Amounts in minor units of the payment's currency. */
    public record Progress(long approved, long refunded, long refundPending, long fee) {}

    /** First six and last four digits, scheme, how it was read, and the token (hex) that stands for the number. */
    public record CardShown(
            String masked,
            @Nullable String scheme,
            @Nullable String entry,
            @Nullable String token) {}

    /** What the card host knows and said. {@code trace} is ISO 8583 field 11. */
    public record HostSide(
            String name,
            @Nullable Integer trace,
            @Nullable String responseCode,
            @Nullable String authCode,
            @Nullable String rrn,
            @Nullable String issuerEmv) {}
}
