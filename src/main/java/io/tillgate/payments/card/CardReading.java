package io.tillgate.payments.card;

import io.tillgate.platform.crypto.SecurityModule;
import io.tillgate.platform.crypto.cipher.CryptoProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Opens what a terminal enciphered about a card. Computes only, never waits. */
@ApplicationScoped
public class CardReading {
    private final SecurityModule module;

    public CardReading(SecurityModule module) {
        this.module = module;
    }

    /**
     * Deciphers, parses and checks card data. Whether the KSN belongs to the terminal, and whether it was used before,
     * is for the caller to decide.
     *
     * @throws Refusal {@code CARD_DATA_UNREADABLE}, {@code CARD_NUMBER_INVALID}
     */
    public OpenedCard open(TenantId tenant, EncryptedCard card) {
        byte[] plain = decipher(tenant, card);
        try {
            PlainCard read = PlainCard.parse(plain);
            return new OpenedCard(
                    read.pan(),
                    read.expiry(),
                    read.track2(),
                    read.sequence(),
                    CardScheme.of(read.pan()),
                    tokenOf(tenant, read.pan()));
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /** The token of a card number that is known already, for lists and look-ups. */
    public CardToken tokenOf(TenantId tenant, Pan pan) {
        return CardToken.of(module.token(tenant, pan.digits().getBytes(StandardCharsets.US_ASCII)));
    }

    private byte[] decipher(TenantId tenant, EncryptedCard card) {
        try {
            return module.decryptRequest(tenant, card.ksn(), card.ciphertext().bytes());
        } catch (Refusal refusal) {
            if (refusal.code() == CryptoProblem.CIPHERTEXT_INVALID) {
                throw new Refusal(CardProblem.CARD_DATA_UNREADABLE, refusal.detail());
            }
            throw refusal;
        }
    }
}
