package io.tillgate.platform.identity;

import io.quarkus.oidc.OidcSession;
import io.quarkus.oidc.RefreshToken;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.crypto.SecurityModule;
import io.tillgate.platform.identity.TenantDirectory.RealmEntry;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.MultiMap;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Ends the present person's session, at the realm and here. The realm is told by this service rather than by way of the
 * browser, which would have to carry the identity token in an address.
 */
@ApplicationScoped
public class SigningOut {
    private static final Logger LOG = Logger.getLogger(SigningOut.class);
    private static final long PATIENCE_MILLIS = 5_000;

    private final WebClient client;
    private final IdentityProvider provider;
    private final TenantDirectory directory;
    private final ClientSecrets secrets;
    private final SecurityIdentity identity;
    private final OidcSession session;

    SigningOut(
            Vertx vertx,
            IdentityProvider provider,
            TenantDirectory directory,
            SecurityModule module,
            SecurityIdentity identity,
            OidcSession session) {
        this.client = WebClient.create(vertx, new WebClientOptions().setConnectTimeout((int) PATIENCE_MILLIS));
        this.provider = provider;
        this.directory = directory;
        this.secrets = new ClientSecrets(module);
        this.identity = identity;
        this.session = session;
    }

    /** The session here ends even when the realm does not answer; what remains there ends by its idle time. */
    public Uni<Void> of(String slug) {
        return directory
                .bySlug(slug)
                .map(this::atTheRealm)
                .orElseGet(() -> Uni.createFrom().voidItem())
                .chain(session::logout);
    }

    private Uni<Void> atTheRealm(RealmEntry realm) {
        RefreshToken refresh = identity.getCredential(RefreshToken.class);
        if (refresh == null || refresh.getToken() == null) {
            return Uni.createFrom().voidItem();
        }
        MultiMap form = MultiMap.caseInsensitiveMultiMap()
                .add("client_id", Audience.PORTAL_CLIENT)
                .add("client_secret", secrets.portal(realm.realm()))
                .add("refresh_token", refresh.getToken());
        return client.postAbs(provider.url() + "/realms/" + realm.realm() + "/protocol/openid-connect/logout")
                .timeout(PATIENCE_MILLIS)
                .sendForm(form)
                .invoke(answer -> {
                    if (answer.statusCode() != 204) {
                        LOG.infof("realm %s ended no session: status %d", realm.realm(), answer.statusCode());
                    }
                })
                .onFailure()
                .invoke(fault -> LOG.warnf("realm %s was not told of a sign-out: %s", realm.realm(), fault))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
