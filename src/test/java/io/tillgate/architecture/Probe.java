package io.tillgate.architecture;

import io.tillgate.stack.FilledShop;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one operation is tried with what belongs to a filled shop.
 *
 * @param operation as the API document names it
 * @param role whose hands the owner's are
 * @param target the path with its ids and parameters
 * @param body what is sent, or null
 * @param reach what the operation can reach
 */
record Probe(
        String operation,
        String role,
        String target,
        @Nullable Object body,
        Reach reach) {
    /** What an operation can reach, and so what strangers have to see. */
    enum Reach {
        /** One thing by its id, or by an id in the body: strangers get 404. */
        ONE,
        /** A list, a count or an export of things: strangers get it without them. */
        MANY,
        /** Only what the caller is or makes, and nothing that has an id of somebody's: strangers get their own. */
        OWN,
        /** The platform's operator only. */
        PLATFORM,
        /** Terminals, on the device listener. */
        TERMINAL
    }

    String method() {
        return operation.substring(0, operation.indexOf(' '));
    }

    boolean reads() {
        return method().equals("GET");
    }

    static Probe one(String operation, String role, String target) {
        return new Probe(operation, role, target, null, Reach.ONE);
    }

    static Probe one(String operation, String role, String target, Map<String, ?> body) {
        return new Probe(operation, role, target, body, Reach.ONE);
    }

    static Probe many(String operation, String role, String target) {
        return new Probe(operation, role, target, null, Reach.MANY);
    }

    static Probe other(Reach reach, String operation) {
        String path = operation
                .substring(operation.indexOf(' ') + 1)
                .replace("{slug}", FilledShop.TENANT)
                .replace("{tenant}", FilledShop.TENANT);
        return new Probe(operation, "", path, null, reach);
    }

    static Probe own(String operation, String role, @Nullable Object body) {
        return new Probe(operation, role, operation.substring(operation.indexOf(' ') + 1), body, Reach.OWN);
    }
}
