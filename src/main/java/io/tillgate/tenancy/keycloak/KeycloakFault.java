package io.tillgate.tenancy.keycloak;

/** Keycloak is away or answered something that we do not understand. The message holds no secret. */
public final class KeycloakFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeycloakFault(String message) {
        super(message);
    }
}
