package io.tillgate.payments.usecase;

import io.tillgate.payments.PaymentProblem;
import io.tillgate.payments.Tender;
import io.tillgate.payments.card.PinBlock;
import io.tillgate.payments.usecase.CardHostPort.CardPresented;
import io.tillgate.payments.usecase.CardHostPort.Terms;
import io.tillgate.platform.crypto.SecurityModule;
import io.tillgate.platform.crypto.ZoneKey;
import io.tillgate.platform.crypto.cipher.SecretBytes;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The card of a sale as its host takes it: with the PIN, where one was typed, under the host's own key. */
@ApplicationScoped
class PresentingCard {
    private final SecurityModule module;

    PresentingCard(SecurityModule module) {
        this.module = module;
    }

    /**
     * Computes only, never waits.
     *
     * @throws Refusal {@code HOST_TAKES_NO_PIN}, {@code PIN_BLOCK_INVALID}
     */
    CardPresented present(TenantId tenant, Tender.Card card, Terms terms) {
        PinBlock pin = card.pin();
        return new CardPresented(
                card.entry(), card.card(), card.emv(), pin == null ? null : block(tenant, card, pin, terms.pinKey()));
    }

    private SecretBytes block(TenantId tenant, Tender.Card card, PinBlock pin, @Nullable ZoneKey key) {
        if (key == null) {
            throw new Refusal(
                    PaymentProblem.HOST_TAKES_NO_PIN,
                    "this acquirer's card host takes no PIN: let the card verify it, or ask for a signature");
        }
        return pin.forHost(module, tenant, card.card().pan(), key);
    }
}
