package io.tillgate.platform.crypto;

/** A sealed value does not open: altered, cut short, or sealed for another tenant or another owner. A fault, not a no. */
public final class SealBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SealBroken() {
        super("a sealed value does not open for this tenant and owner");
    }
}
