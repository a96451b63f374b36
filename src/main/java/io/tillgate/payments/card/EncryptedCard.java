package io.tillgate.payments.card;

import io.tillgate.platform.crypto.cipher.CryptoProblem;
import io.tillgate.platform.crypto.cipher.SecretBytes;
import io.tillgate.platform.crypto.dukpt.DukptScheme;
import io.tillgate.platform.crypto.dukpt.Ksn;
import io.tillgate.shared.Refusal;

/** Card data as the terminal sends it: {@code {"scheme","ksn","ciphertext"}}. */
public record EncryptedCard(Ksn ksn, SecretBytes ciphertext) {
    private static final int CIPHERTEXT_BYTES_MAX = 512;

    public EncryptedCard {
        if (ciphertext.length() > CIPHERTEXT_BYTES_MAX) {
            throw new Refusal(CardProblem.CARD_DATA_UNREADABLE, "the card data is longer than 512 bytes");
        }
    }

    /**
     * Reads the three members of a terminal's message; KSN and ciphertext are hex.
     *
     * @throws Refusal {@code KSN_INVALID}, {@code CARD_DATA_UNREADABLE}
     */
    public static EncryptedCard of(String scheme, String ksn, String ciphertext) {
        Ksn parsed = ksn(scheme, ksn);
        if (ciphertext.length() > 2 * CIPHERTEXT_BYTES_MAX) {
            throw new Refusal(CardProblem.CARD_DATA_UNREADABLE, "the card data is longer than 512 bytes");
        }
        try {
            return new EncryptedCard(parsed, SecretBytes.ofHex(ciphertext));
        } catch (IllegalArgumentException notHex) {
            throw new Refusal(CardProblem.CARD_DATA_UNREADABLE, "the card data is not hex");
        }
    }

    private static Ksn ksn(String scheme, String ksn) {
        try {
            return Ksn.parse(DukptScheme.ofWireName(scheme), ksn);
        } catch (Refusal refusal) {
            if (refusal.code() == CryptoProblem.KSN_INVALID) {
                throw new Refusal(CardProblem.KSN_INVALID, refusal.detail());
            }
            throw refusal;
        }
    }
}
