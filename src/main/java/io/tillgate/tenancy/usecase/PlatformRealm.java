package io.tillgate.tenancy.usecase;

/** The realm of the people who run the platform. */
final class PlatformRealm {
    static final String NAME = "platform";
    static final String DISPLAY_NAME = "Tillgate";

    private PlatformRealm() {}
}
