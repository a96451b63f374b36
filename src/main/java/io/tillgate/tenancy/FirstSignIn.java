package io.tillgate.tenancy;

import java.util.Map;

/** How somebody who was let in comes to a first sign-in. */
public sealed interface FirstSignIn {
    /** By a password that works until the first sign-in, which asks for another; embedded installations only. */
    record OneTimePassword(String password) implements FirstSignIn {
        @Override
        public String toString() {
            return "OneTimePassword[***]";
        }
    }

    /** By a link in a letter that Keycloak sends. */
    record LinkByMail() implements FirstSignIn {}

    /** By the password that the person chose before. */
    record OwnPassword() implements FirstSignIn {}

    /** For the template of a letter: {@code password} and {@code linkComes}, empty where it is not so. */
    default Map<String, String> words() {
        return switch (this) {
            case OneTimePassword once -> Map.of("password", once.password(), "linkComes", "");
            case LinkByMail ignored -> Map.of("password", "", "linkComes", "yes");
            case OwnPassword ignored -> Map.of("password", "", "linkComes", "");
        };
    }
}
