package io.tillgate.platform.identity;

/** Names that realms and this service agree on. */
public final class Audience {
    /** The audience of tokens for our API; tokens of a realm's other clients do not carry it. */
    public static final String API = "tillgate-api";

    /** The client with which people sign in to the portal. */
    public static final String PORTAL_CLIENT = "tillgate-portal";

    private Audience() {}
}
