package io.tillgate.tenancy.rest;

import io.smallrye.mutiny.Uni;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.tenancy.BusinessClock;
import io.tillgate.tenancy.Tenant;
import io.tillgate.tenancy.Tenants;
import io.tillgate.tenancy.usecase.Embedding;
import io.tillgate.tenancy.usecase.MovingBusinessClock;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Where the launcher reads and moves the business clock of a tenant. The route is there only in an embedded installation
 * whose launcher gave the service a secret; no token opens it, and without the secret it answers as if it were not there.
 */
@ApplicationScoped
class BusinessClockDoor {
    static final String PATH = "/embedded/business-clock/:slug";
    static final String SECRET = "X-Tillgate-Launcher";

    private static final Logger LOG = Logger.getLogger(BusinessClockDoor.class);
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int FAILED = 500;

    private final Optional<String> secret;
    private final Tenants tenants;
    private final BusinessClock business;
    private final MovingBusinessClock moving;

    BusinessClockDoor(
            @ConfigProperty(name = "tillgate.embedded.clock-secret") Optional<String> secret,
            Embedding embedding,
            Tenants tenants,
            BusinessClock business,
            MovingBusinessClock moving) {
        this.secret = secret(secret, embedding.isEmbedded());
        this.tenants = tenants;
        this.business = business;
        this.moving = moving;
    }

    /** What opens the door; empty where there is none. */
    static Optional<String> secret(Optional<String> given, boolean embedded) {
        return given.filter(secret -> embedded && !secret.isBlank());
    }

    void open(@Observes Router router) {
        if (secret.isPresent()) {
            router.get(PATH).handler(context -> withTenant(context, tenant -> answer(context, tenant)));
            router.put(PATH).handler(context -> withTenant(context, tenant -> move(context, tenant)));
        }
    }

    private interface Work {
        void on(Tenant tenant);
    }

    private void withTenant(RoutingContext context, Work work) {
        String given = context.request().getHeader(SECRET);
        Optional<Tenant> tenant = Optional.ofNullable(context.pathParam("slug")).flatMap(tenants::bySlug);
        if (given == null || !isSecret(given) || tenant.isEmpty()) {
            context.fail(NOT_FOUND);
        } else {
            work.on(tenant.get());
        }
    }

    private boolean isSecret(String given) {
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), secret.orElseThrow().getBytes(StandardCharsets.UTF_8));
    }

    /** {@code ?at=} an instant; without it, real time again. */
    private void move(RoutingContext context, Tenant tenant) {
        String at = context.request().getParam("at");
        Uni.createFrom()
                .deferred(() -> moving.set(tenant.id(), at == null ? Instant.MAX : Instant.parse(at)))
                .subscribe()
                .with(done -> answer(context, tenant), fault -> failed(context, fault));
    }

    private static void failed(RoutingContext context, Throwable fault) {
        boolean mistaken = fault instanceof DateTimeException
                || (fault instanceof Refusal refusal && refusal.code() == CommonProblem.VALIDATION);
        if (!mistaken) {
            LOG.error("a business clock could not be moved", fault);
        }
        context.fail(mistaken ? BAD_REQUEST : FAILED);
    }

    private void answer(RoutingContext context, Tenant tenant) {
        context.response()
                .setStatusCode(OK)
                .putHeader("Content-Type", "application/json")
                .end(new JsonObject()
                        .put("now", business.now(tenant.id()).toString())
                        .put("businessDate", business.date(tenant.id()).toString())
                        .encode());
    }
}
