package io.tillgate.payments.card;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Card data in the clear, for the time of one host message. Prints masked. Only {@code scheme}, {@code token} and
 * {@code mask} may go anywhere else; {@code pan} and {@code expiry} only sealed; {@code track2} nowhere.
 *
 * @param track2 present when the terminal read a chip or stripe
 * @param sequence EMV 5F34, 0 to 99; tells cards with one number apart
 */
public record OpenedCard(
        Pan pan, Expiry expiry, @Nullable Track2 track2, OptionalInt sequence, CardScheme scheme, CardToken token) {
    public CardNumberMask mask() {
        return pan.mask();
    }
}
