package io.tillgate.tenancy.keycloak;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Which attributes people of a realm have, and who may change them. The merchant is the administrator's to say. */
final class UserProfile {
    static final String MERCHANT = "merchant_id";

    private static final JsonArray BOTH = new JsonArray().add("admin").add("user");
    private static final JsonArray ADMIN = new JsonArray().add("admin");

    private UserProfile() {}

    static JsonObject json() {
        return new JsonObject()
                .put(
                        "attributes",
                        new JsonArray()
                                .add(attribute(
                                        "username",
                                        BOTH,
                                        new JsonObject()
                                                .put("length", length(3, 64))
                                                .put("username-prohibited-characters", new JsonObject())))
                                .add(attribute(
                                        "email",
                                        BOTH,
                                        new JsonObject()
                                                .put("email", new JsonObject())
                                                .put("length", length(3, 255))))
                                .add(attribute("firstName", BOTH, name()))
                                .add(attribute("lastName", BOTH, name()))
                                .add(attribute(MERCHANT, ADMIN, new JsonObject().put("length", length(36, 36)))));
    }

    private static JsonObject name() {
        return new JsonObject()
                .put("length", length(0, 100))
                .put("person-name-prohibited-characters", new JsonObject());
    }

    private static JsonObject attribute(String name, JsonArray who, JsonObject validations) {
        return new JsonObject()
                .put("name", name)
                .put("displayName", name.equals(MERCHANT) ? "Merchant" : "${" + name + "}")
                .put("permissions", new JsonObject().put("view", who).put("edit", who))
                .put("validations", validations)
                .put("multivalued", false);
    }

    private static JsonObject length(int min, int max) {
        return new JsonObject().put("min", min).put("max", max);
    }
}
