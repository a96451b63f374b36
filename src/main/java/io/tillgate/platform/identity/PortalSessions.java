package io.tillgate.platform.identity;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.crypto.SealBroken;
import io.tillgate.platform.crypto.SecurityModule;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.TenantId;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;

/**
 * Keeps the tokens of people signed in to the portal: encrypted in a row of their tenant. The browser gets a random handle of
 * 256 bits; the row holds only its SHA-256, so that neither a read of the table nor the cookie alone is a session.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class PortalSessions implements TokenStateManager {
    /** The realm ends a session after this, whatever happens; a row need not live longer. */
    private static final Duration SESSION_MAX = Duration.ofHours(10);

    private static final int HANDLE_BYTES = 32;
    private static final String INSERT =
            "insert into portal_session (tenant_id, handle_hash, tokens, expires_at) values ($1, $2, $3, $4)";
    private static final String SELECT =
            "select tokens from portal_session where tenant_id = $1 and handle_hash = $2 and expires_at > $3";
    private static final String DELETE = "delete from portal_session where tenant_id = $1 and handle_hash = $2";

    private final TenantTransaction transaction;
    private final TenantDirectory directory;
    private final SecurityModule module;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PortalSessions(TenantTransaction transaction, TenantDirectory directory, SecurityModule module, Clock clock) {
        this.transaction = transaction;
        this.directory = directory;
        this.module = module;
        this.clock = clock;
    }

    @Override
    public Uni<String> createTokenState(
            RoutingContext request,
            OidcTenantConfig config,
            AuthorizationCodeTokens tokens,
            OidcRequestContext<String> context) {
        TenantId tenant = tenant(config);
        byte[] handle = new byte[HANDLE_BYTES];
        random.nextBytes(handle);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(handle);
        byte[] hash = Handles.hash(text);
        byte[] sealed = module.seal(tenant, hash, json(tokens).encode().getBytes(StandardCharsets.UTF_8));
        return execute(
                        tenant,
                        INSERT,
                        Tuple.of(tenant.value(), Buffer.buffer(hash), Buffer.buffer(sealed), now().plus(SESSION_MAX)))
                .replaceWith(text);
    }

    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext request,
            OidcTenantConfig config,
            String handle,
            OidcRequestContext<AuthorizationCodeTokens> context) {
        TenantId tenant = tenant(config);
        byte[] hash = Handles.hash(handle);
        Tuple values = Tuple.of(tenant.value(), Buffer.buffer(hash), now());
        return transaction
                .read(
                        Scope.tenant(tenant),
                        connection -> connection.preparedQuery(SELECT).execute(values))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw new AuthenticationFailedException("the session has ended");
                    }
                    return open(
                            tenant,
                            hash,
                            rows.iterator().next().getBuffer("tokens").getBytes());
                });
    }

    /** At sign-out. Most people just go away: sessions that ended by themselves are erased by retention. */
    @Override
    public Uni<Void> deleteTokens(
            RoutingContext request, OidcTenantConfig config, String handle, OidcRequestContext<Void> context) {
        TenantId tenant = tenant(config);
        return execute(tenant, DELETE, Tuple.of(tenant.value(), Buffer.buffer(Handles.hash(handle))))
                .replaceWithVoid();
    }

    private Uni<RowSet<Row>> execute(TenantId tenant, String sql, Tuple values) {
        return transaction.sql(
                Scope.tenant(tenant),
                connection -> connection.preparedQuery(sql).execute(values));
    }

    private AuthorizationCodeTokens open(TenantId tenant, byte[] hash, byte[] sealed) {
        try {
            JsonObject json = new JsonObject(new String(module.open(tenant, hash, sealed), StandardCharsets.UTF_8));
            return new AuthorizationCodeTokens(
                    json.getString("id"),
                    json.getString("access"),
                    json.getString("refresh"),
                    json.getLong("expiresIn"),
                    json.getString("scope"));
        } catch (SealBroken broken) {
            throw new AuthenticationFailedException("the session cannot be opened");
        }
    }

    private static JsonObject json(AuthorizationCodeTokens tokens) {
        return new JsonObject()
                .put("id", tokens.getIdToken())
                .put("access", tokens.getAccessToken())
                .put("refresh", tokens.getRefreshToken())
                .put("expiresIn", tokens.getAccessTokenExpiresIn())
                .put("scope", tokens.getAccessTokenScope());
    }

    private TenantId tenant(OidcTenantConfig config) {
        String slug = config.tenantId().orElse("").substring(RealmConfigurations.PORTAL.length());
        return directory
                .bySlug(slug)
                .orElseThrow(() -> new AuthenticationFailedException("there is no such tenant"))
                .tenant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
