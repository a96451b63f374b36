package io.tillgate.payments.card;

import java.util.Base64;

/**
 * Stands for a card number within one tenant: the same card gives the same token, and without the tenant's key nobody
 * gets from one to the other. May be stored and shown.
 *
 * @param text Base64url without padding, 43 characters
 */
public record CardToken(String text) {
    private static final int BYTES = 32;

    public CardToken {
        if (Base64.getUrlDecoder().decode(text).length != BYTES) {
            throw new IllegalArgumentException("a card token has 32 bytes");
        }
    }

    public static CardToken of(byte[] bytes) {
        return new CardToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    public byte[] bytes() {
        return Base64.getUrlDecoder().decode(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
