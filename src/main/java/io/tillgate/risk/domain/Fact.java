package io.tillgate.risk.domain;

import io.tillgate.risk.RiskFacts;
import org.jspecify.annotations.Nullable;

/** The facts as rules name them. Text facts may be asked for in lists. */
public enum Fact {
    AMOUNT("amount", false),
    CURRENCY("currency", true),
    MCC("mcc", true),
    ENTRY("entry", true),
    SCHEME("scheme", true),
    BIN("bin", true),
    CARD_TOKEN("cardToken", true),
    TERMINAL("terminal", true),
    STORE("store", true),
    MERCHANT("merchant", true),
    LOCAL_HOUR("localHour", false);

    private final String variable;
    private final boolean text;

    Fact(String variable, boolean text) {
        this.variable = variable;
        this.text = text;
    }

    public String variable() {
        return variable;
    }

    public boolean isText() {
        return text;
    }

    /** A String for a text fact (empty where there is none), a Long for a number. */
    public Object of(RiskFacts facts) {
        return switch (this) {
            case AMOUNT -> facts.amount().value();
            case CURRENCY -> facts.amount().currency().getCurrencyCode();
            case MCC -> facts.place().mcc();
            case ENTRY -> facts.card().entry();
            case SCHEME -> facts.card().scheme();
            case BIN -> orEmpty(facts.card().bin());
            case CARD_TOKEN -> orEmpty(facts.card().token());
            case TERMINAL -> facts.place().terminal().toString();
            case STORE -> facts.place().store().toString();
            case MERCHANT -> facts.place().merchant().toString();
            case LOCAL_HOUR -> (long) facts.localHour();
        };
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
