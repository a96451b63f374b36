package io.tillgate.tenancy.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.audit.AuditEntry.Actor;
import io.tillgate.platform.http.CanonicalJson;
import io.tillgate.platform.identity.IdentityProvider;
import io.tillgate.tenancy.Tenant;
import io.tillgate.tenancy.TenantFileMistake;
import io.tillgate.tenancy.TenantSettings;
import io.tillgate.tenancy.file.TenantFile;
import io.tillgate.tenancy.file.TenantFile.Reading;
import io.tillgate.tenancy.keycloak.Realms;
import io.tillgate.tenancy.store.PostgresTenantStore;
import io.tillgate.tenancy.store.TenantRow;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/**
 * Makes the world equal to a tenant file: check, row, what other capabilities do, realm. Each step may be done again, so
 * applying a file twice, or after a failure in the middle, ends in the same place. A file with a mistake changes nothing.
 */
@ApplicationScoped
public class ApplyingTenants {
    private final PostgresTenantStore store;
    private final RunningTenants running;
    private final Realms realms;
    private final RealmSpecs specs;
    private final IdentityProvider provider;
    private final Config config;

    ApplyingTenants(
            PostgresTenantStore store,
            RunningTenants running,
            Realms realms,
            RealmSpecs specs,
            IdentityProvider provider,
            Config config) {
        this.store = store;
        this.running = running;
        this.realms = realms;
        this.specs = specs;
        this.provider = provider;
        this.config = config;
    }

    /** What applying did. */
    public record Applied(Tenant tenant, boolean rowChanged, Realms.Ensured realm) {
        /** Nothing was different. */
        public boolean isNoChange() {
            return !rowChanged && realm == Realms.Ensured.UNCHANGED;
        }
    }

    /** Reads a file and asks every capability what it finds wrong. */
    public Reading read(String file, String text) {
        Reading reading = TenantFile.read(file, text, name -> config.getOptionalValue(name, String.class));
        return switch (reading) {
            case Reading.Mistaken mistaken -> mistaken;
            case Reading.Accepted accepted -> {
                List<TenantFileMistake> objections = objections(file, accepted.file());
                yield objections.isEmpty() ? accepted : new Reading.Mistaken(objections);
            }
        };
    }

    public Uni<Applied> apply(TenantFile file, Actor actor) {
        TenantRow row = row(file);
        return store.apply(row, actor)
                .chain(changed -> running.refresh()
                        .chain(() -> realms.ensure(specs.of(file.settings())))
                        .map(realm -> new Applied(running.tenant(row.id()), changed, realm)));
    }

    Uni<Realms.Ensured> applyPlatform() {
        return realms.ensure(specs.platform());
    }

    private List<TenantFileMistake> objections(String name, TenantFile file) {
        Map<String, Integer> lines = file.lines();
        return running.objections(file.settings()).stream()
                .map(o -> new TenantFileMistake(name, lines.getOrDefault(o.path(), 1), o.path(), o.message()))
                .toList();
    }

    private TenantRow row(TenantFile file) {
        TenantSettings settings = file.settings();
        JsonObject tree = new JsonObject(file.tree());
        String hash = HexFormat.of().formatHex(CanonicalJson.sha256(tree.encode()));
        String realm = settings.slug();
        return new TenantRow(
                settings.id(), settings.slug(), realm, provider.issuer(realm), Tenant.Status.ACTIVE, tree, hash, 1);
    }
}
