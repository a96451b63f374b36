package io.tillgate.payments.domain;

import java.util.Locale;

/** What a card host is owed when it does not answer a message. */
public enum Duty {
    /** Undo it: sale, void, and a refund that the host takes as a request. */
    REVERSE,
    /** Say it again until it is answered: advices. */
    REPEAT,
    /** Nothing: tests and network messages move no money. */
    NOTHING;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Duty of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
