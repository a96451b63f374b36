package io.tillgate.tenancy.keycloak;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Keycloak answered. */
record Answer(String request, int status, @Nullable String location, Buffer body) {

    boolean is(int expected) {
        return status == expected;
    }

    /** Passes the answer on if its status is one of these. */
    Answer expect(Integer... statuses) {
        if (!Set.of(statuses).contains(status)) {
            throw new KeycloakFault("Keycloak answered " + status + " to " + request);
        }
        return this;
    }

    JsonObject object() {
        return new JsonObject(body);
    }

    JsonArray array() {
        return new JsonArray(body);
    }

    /** The id at the end of the {@code Location} of something created. */
    String createdId() {
        if (location == null) {
            throw new KeycloakFault("Keycloak named no location in its answer to " + request);
        }
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
