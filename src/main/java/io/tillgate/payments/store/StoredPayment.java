package io.tillgate.payments.store;

import io.tillgate.payments.PaymentView;
import io.tillgate.payments.RequestKey;
import io.tillgate.payments.domain.Duty;
import io.tillgate.payments.store.ArmedPayment.HostMark;
import io.tillgate.payments.store.ArmedPayment.OriginalRow;
import org.jspecify.annotations.Nullable;

/**
 * A payment with what only this package needs of it.
 *
 * @param sealedCard the card number and expiry, sealed; null for cash and after retention
 */
public record StoredPayment(
        PaymentView view,
        RequestKey key,
        Duty duty,
        HostMark mark,
        @Nullable OriginalRow original,
        byte @Nullable [] sealedCard,
        Station station) {
    /** By which numbers, and in which local time, the host knows it. */
    public record Station(String merchantNumber, String mcc, java.time.ZoneId zone) {}
}
