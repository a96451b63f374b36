package io.tillgate.tenancy.usecase;

import io.tillgate.platform.crypto.SecurityModule;
import io.tillgate.platform.identity.ClientSecrets;
import io.tillgate.platform.identity.IdentityProvider;
import io.tillgate.platform.identity.Roles;
import io.tillgate.tenancy.TenantSettings;
import io.tillgate.tenancy.keycloak.RealmSpec;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/** What each realm must be like. Client secrets follow from the master key, so every replica knows them and none is stored. */
@ApplicationScoped
class RealmSpecs {
    private final ClientSecrets secrets;
    private final IdentityProvider provider;
    private final DemoUsers demo;
    private final Embedding embedding;
    private final Config config;

    RealmSpecs(SecurityModule module, IdentityProvider provider, DemoUsers demo, Embedding embedding, Config config) {
        this.secrets = new ClientSecrets(module);
        this.provider = provider;
        this.demo = demo;
        this.embedding = embedding;
        this.config = config;
    }

    RealmSpec platform() {
        return spec(PlatformRealm.NAME, PlatformRealm.DISPLAY_NAME, Locale.ENGLISH, Set.of(Roles.OPERATOR));
    }

    RealmSpec of(TenantSettings settings) {
        Set<String> roles = new HashSet<>(Roles.OF_ACQUIRER);
        roles.addAll(Roles.OF_MERCHANTS);
        roles.add(Roles.BANK);
        return spec(settings.slug(), settings.name().in(settings.locale()), settings.locale(), roles);
    }

    /** The ports are read now: a port 0 is known only once the server listens. */
    List<String> portalUrls() {
        return provider.portalUrls()
                .orElseGet(() -> List.of(
                        "http://localhost:" + config.getValue("quarkus.http.port", String.class),
                        "https://localhost:" + config.getValue("quarkus.http.ssl-port", String.class)));
    }

    /** What a realm's bank signs in with. */
    String bankSecret(String realm) {
        return demo.bankSecret(realm).orElseGet(() -> secrets.bank(realm));
    }

    private RealmSpec spec(String realm, String name, Locale locale, Set<String> roles) {
        var clients = new RealmSpec.Secrets(secrets.portal(realm), secrets.admin(realm), bankSecret(realm));
        return new RealmSpec(realm, name, locale, roles, clients, portalUrls(), demo.of(realm), embedding.isEmbedded());
    }
}
