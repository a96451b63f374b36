package io.tillgate.platform.audit;

import io.tillgate.platform.identity.Caller;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.TenantId;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One change: who, what, before, after, from where.
 *
 * @param actor username, or {@code system:<job>}
 * @param action what was done, {@code noun.verb}
 * @param before the record before, null when it was created; holds no secret and no card number
 */
public record AuditEntry(
        TenantId tenant,
        @Nullable MerchantId merchant,
        Actor actor,
        String action,
        Subject subject,
        @Nullable JsonObject before,
        @Nullable JsonObject after) {

    /** Who did it, with which roles, from which address. */
    public record Actor(
            String name, Set<String> roles, @Nullable String source) {
        public static Actor of(Caller caller) {
            return new Actor(caller.username(), caller.roles(), caller.source());
        }

        public static Actor system(String job) {
            return new Actor("system:" + job, Set.of(), null);
        }
    }

    /** What was changed. */
    public record Subject(String type, String id) {}
}
