package io.tillgate.settlement;

/** Where a payout stands, in one word. Codes are stored and shown; they are never renamed. */
public enum PayoutState {
    HELD("held"),
    DRAFTED("drafted"),
    SIGNED("signed"),
    RELEASED("released"),
    FETCHED("fetched"),
    ACCEPTED("accepted"),
    BOOKED("booked"),
    REJECTED("rejected"),
    RETURNED("returned"),
    CANCELLED("cancelled");

    private final String code;

    PayoutState(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static PayoutState ofCode(String code) {
        for (PayoutState each : values()) {
            if (each.code.equals(code)) {
                return each;
            }
        }
        throw new IllegalArgumentException("no payout state " + code);
    }

    /** The bank has it, or may have it any moment: the money is in clearing. */
    public boolean isInTransit() {
        return this == RELEASED || this == FETCHED || this == ACCEPTED;
    }
}
