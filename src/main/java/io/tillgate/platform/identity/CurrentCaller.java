package io.tillgate.platform.identity;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.tillgate.platform.identity.TenantDirectory.RealmEntry;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Refusal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Collections;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The caller of the present request. Only on operations that require a role, where the token has been verified. */
@RequestScoped
public class CurrentCaller {
    private static final Set<String> BUSINESS_ROLES = businessRoles();

    private final SecurityIdentity identity;
    private final TenantDirectory directory;
    private final RoutingContext routing;

    CurrentCaller(SecurityIdentity identity, TenantDirectory directory, RoutingContext routing) {
        this.identity = identity;
        this.directory = directory;
        this.routing = routing;
    }

    /** @throws Refusal {@code TENANT_SUSPENDED} for everybody of a suspended tenant */
    public Caller get() {
        if (!(identity.getPrincipal() instanceof JsonWebToken token) || token.getIssuer() == null) {
            throw new UnauthorizedException();
        }
        RealmEntry realm = directory.byIssuer(token.getIssuer()).orElseThrow(UnauthorizedException::new);
        if (realm.suspended()) {
            throw new Refusal(
                    CommonProblem.TENANT_SUSPENDED, "this organisation is suspended: ask the platform's operator");
        }
        Set<String> roles = new HashSet<>(identity.getRoles());
        roles.retainAll(BUSINESS_ROLES);
        return new Caller(
                realm.tenant(),
                realm.realm(),
                Objects.requireNonNull(token.getSubject()),
                Objects.requireNonNullElse(token.getName(), token.getSubject()),
                roles,
                merchant(token),
                source());
    }

    private static @Nullable MerchantId merchant(JsonWebToken token) {
        Object claim = token.getClaim("merchant_id");
        return claim == null ? null : MerchantId.fromString(claim.toString());
    }

    private String source() {
        return routing.request().remoteAddress() == null
                ? "unknown"
                : Objects.requireNonNullElse(routing.request().remoteAddress().hostAddress(), "unknown");
    }

    private static Set<String> businessRoles() {
        Set<String> roles = new HashSet<>(Roles.OF_ACQUIRER);
        roles.addAll(Roles.OF_MERCHANTS);
        roles.add(Roles.OPERATOR);
        roles.add(Roles.BANK);
        return Collections.unmodifiableSet(roles);
    }
}
