package io.tillgate.simulator.cardhost;

/** What became of a PIN, and the response code where it ends the sale. */
enum PinCheck {
    /** None came. */
    NONE(""),
    RIGHT(""),
    WRONG("55"),
    /** Typed wrongly three times in a row before; even the right one does not help now. */
    BLOCKED("75"),
    /** No PIN block under the key that is shared with the acquirer. */
    UNREADABLE("81");

    private final String responseCode;

    PinCheck(String responseCode) {
        this.responseCode = responseCode;
    }

    /** Field 39, empty where the PIN is no reason to refuse. */
    String responseCode() {
        return responseCode;
    }
}
