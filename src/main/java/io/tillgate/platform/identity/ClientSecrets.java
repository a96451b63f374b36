package io.tillgate.platform.identity;

import io.tillgate.platform.crypto.SecurityModule;
import java.util.HexFormat;

/** Secrets of our own clients in a realm: derived from the master key, so that nothing stores them. 64 hex digits. */
public final class ClientSecrets {
    private static final int BYTES = 32;

    private final SecurityModule module;

    public ClientSecrets(SecurityModule module) {
        this.module = module;
    }

    public String portal(String realm) {
        return of("portal", realm);
    }

    /** 32 characters: what keeps the state of a sign-in from being read or changed in the browser. */
    String portalState(String realm) {
        return of("portal-state", realm).substring(0, 32);
    }

    public String admin(String realm) {
        return of("admin", realm);
    }

    public String bank(String realm) {
        return of("bank", realm);
    }

    private String of(String client, String realm) {
        return HexFormat.of().formatHex(module.secret("oidc-client/" + client + "/" + realm, BYTES));
    }
}
