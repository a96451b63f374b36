package io.tillgate.payments.usecase;

import io.tillgate.payments.card.CardScheme;
import io.tillgate.payments.card.CardToken;
import io.tillgate.payments.card.Expiry;
import io.tillgate.payments.card.OpenedCard;
import io.tillgate.payments.card.Pan;
import io.tillgate.payments.store.ArmedPayment.StoredCard;
import io.tillgate.payments.store.StoredPayment;
import io.tillgate.payments.usecase.CardHostPort.CardPresented;
import io.tillgate.payments.usecase.Prepared.CardToAsk;
import io.tillgate.platform.crypto.SecurityModule;
import io.tillgate.shared.PaymentId;
import io.tillgate.shared.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Card numbers at rest: number and expiry, sealed with tenant and payment id as associated data, opened only while a
 * host message is built. Track data and PIN blocks never come here.
 */
@ApplicationScoped
class CardVault {
    private final SecurityModule module;

    CardVault(SecurityModule module) {
        this.module = module;
    }

    /** What is kept of a card: never its track data, never a PIN. */
    StoredCard keep(TenantId tenant, PaymentId payment, CardPresented card) {
        OpenedCard opened = card.card();
        byte[] plain = (opened.pan().digits() + "=" + opened.expiry().yymm()).getBytes(StandardCharsets.US_ASCII);
        try {
            return new StoredCard(
                    card.entry(),
                    opened.mask().toString(),
                    opened.scheme().code(),
                    opened.token().bytes(),
                    module.seal(tenant, associated(tenant, payment), plain));
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /** The card of an earlier payment, for a message about it; empty when retention has erased it. */
    Optional<CardPresented> open(StoredPayment payment) {
        byte[] sealed = payment.sealedCard();
        var shown = payment.view().card();
        if (sealed == null || shown == null) {
            return Optional.empty();
        }
        TenantId tenant = payment.view().place().tenant();
        byte[] plain = module.open(tenant, associated(tenant, payment.view().id()), sealed);
        try {
            String[] parts = new String(plain, StandardCharsets.US_ASCII).split("=", 2);
            Pan pan = new Pan(parts[0]);
            OpenedCard opened = new OpenedCard(
                    pan,
                    Expiry.ofYymm(parts[1]),
                    null,
                    OptionalInt.empty(),
                    CardScheme.of(pan),
                    CardToken.of(module.token(tenant, parts[0].getBytes(StandardCharsets.US_ASCII))));
            String entry = shown.entry() == null ? "manual" : shown.entry();
            return Optional.of(new CardPresented(entry, opened, new byte[0], null));
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /** The same card under a new payment's seal. */
    Optional<CardToAsk> again(StoredPayment original, PaymentId payment) {
        TenantId tenant = original.view().place().tenant();
        return open(original).map(presented -> new CardToAsk(presented, keep(tenant, payment, presented), List.of()));
    }

    private static byte[] associated(TenantId tenant, PaymentId payment) {
        return ("payment:" + tenant + ":" + payment).getBytes(StandardCharsets.US_ASCII);
    }
}
