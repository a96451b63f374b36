package io.tillgate.payments.iso8583;

import io.tillgate.payments.iso8583.codec.IsoMessage;
import java.util.Optional;

/**
 * What an answer and its request have in common. The type class keeps a reversal's answer away from the sale with the same
 * trace number; the transmission time keeps yesterday's trace number away from today's.
 *
 * @param typeClass version and class, and whether request or advice, folded over answer and repeat
 * @param terminal field 41 without padding; empty for network messages, where hosts leave it out
 */
public record MatchKey(String typeClass, String terminal, int stan, String transmitted) {
    /** Empty when a field is missing: such a message belongs to nobody. */
    static Optional<MatchKey> of(IsoMessage message) {
        String type = typeClass(message.mti());
        Optional<String> terminal =
                type.charAt(1) == '8' ? Optional.of("") : message.text(41).map(String::strip);
        return terminal.flatMap(at -> message.text(11)
                .flatMap(stan -> message.text(7).map(time -> new MatchKey(type, at, Integer.parseInt(stan), time))));
    }

    /** 0200, 0201 and 0210 fold to 020; 0220 and 0230 to 022; all reversals to 04, since hosts answer 0400 with 0430. */
    static String typeClass(String mti) {
        if (mti.charAt(1) == '4') {
            return mti.substring(0, 2);
        }
        int function = mti.charAt(2) - '0';
        return mti.substring(0, 2) + (function - function % 2);
    }

    static boolean isAnswer(String mti) {
        return (mti.charAt(2) - '0') % 2 == 1;
    }
}
