package io.tillgate.payments.iso8583;

/** How the card was read, as the first two digits of field 22 say. */
public enum EntryMode {
    MANUAL("01"),
    SWIPE("02"),
    CHIP("05"),
    CONTACTLESS("07");

    private final String code;

    EntryMode(String code) {
        this.code = code;
    }

    /** Field 22: entry mode, then 1 when a PIN comes along and 2 when not. */
    String pointOfService(boolean pin) {
        return code + (pin ? '1' : '2');
    }
}
