package io.tillgate.simulator.cardhost;

import java.util.Map;

/**
 * One transaction as the host sees it.
 *
 * @param pin what became of the PIN
 * @param answer the fields it was answered with, so that a repeat hears the same
 */
record BookEntry(
        Key key,
        Kind kind,
        long amount,
        String currency,
        String card,
        PinCheck pin,
        State state,
        Map<Integer, String> answer) {
    /** What makes a repeat a repeat. */
    record Key(String terminal, String stan, String transmitted, long amount, Kind kind) {}

    enum Kind {
        SALE,
        VOID,
        REFUND
    }

    /** REVERSED also stands for a reversal that came before, or without, its transaction. */
    enum State {
        APPROVED,
        DECLINED,
        VOIDED,
        REVERSED
    }

    BookEntry in(State next) {
        return new BookEntry(key, kind, amount, currency, card, pin, next, answer);
    }

    /** What the cardholder pays by this entry, in minor units; negative for money back. */
    long charged() {
        if (state != State.APPROVED) {
            return 0;
        }
        return switch (kind) {
            case SALE -> amount;
            case REFUND -> -amount;
            case VOID -> 0;
        };
    }
}
