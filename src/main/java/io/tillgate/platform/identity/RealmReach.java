package io.tillgate.platform.identity;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.identity.TenantDirectory.RealmEntry;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Whether a realm answers. Asked before a person's browser is sent there: from an address that does not answer nobody comes back,
 * and what the browser says then is not ours.
 */
@ApplicationScoped
public class RealmReach {
    private static final int PATIENCE_MILLIS = 2_000;

    private final WebClient client;
    private final IdentityProvider provider;
    private final TenantDirectory directory;

    RealmReach(Vertx vertx, IdentityProvider provider, TenantDirectory directory) {
        this.client = WebClient.create(vertx, new WebClientOptions().setConnectTimeout(PATIENCE_MILLIS));
        this.provider = provider;
        this.directory = directory;
    }

    /** Nobody can sign in at the moment. */
    public static final class RealmAway extends RuntimeException {
        private static final long serialVersionUID = 1;

        RealmAway(String why) {
            super(why);
        }
    }

    /** Fails with {@link RealmAway} when the realm of the portal that this path is in does not answer. */
    public Uni<Void> ofPortal(String path) {
        return PortalPath.slug(path)
                .flatMap(directory::bySlug)
                .map(this::answers)
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> answers(RealmEntry realm) {
        return client.getAbs(provider.url() + "/realms/" + realm.realm())
                .timeout(PATIENCE_MILLIS)
                .send()
                .onFailure()
                .transform(fault -> new RealmAway("realm " + realm.realm() + " does not answer: " + fault.getMessage()))
                .invoke(answer -> {
                    if (answer.statusCode() >= 400) {
                        throw new RealmAway("realm " + realm.realm() + " answers " + answer.statusCode());
                    }
                })
                .replaceWithVoid();
    }
}
