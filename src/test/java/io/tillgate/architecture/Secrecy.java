package io.tillgate.architecture;

import io.restassured.response.Response;
import io.tillgate.stack.FilledShop;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether an answer keeps a shop from a stranger.
 *
 * @param ids none of which may stand in it
 */
record Secrecy(Set<String> ids) {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");

    static Secrecy of(FilledShop shop) {
        return new Secrecy(shop.ids().values().stream()
                .filter(id -> ID.matcher(id).matches())
                .collect(Collectors.toSet()));
    }

    boolean isKept(Probe probe, boolean allowed, Response answer) {
        int status = answer.statusCode();
        if (probe.reach() == Probe.Reach.OWN) {
            return ids.stream().noneMatch(answer.asString()::contains);
        }
        if (!allowed) {
            return status == 403;
        }
        return switch (probe.reach()) {
            case ONE -> status == 404;
            case MANY -> status == 404 || (status == 200 && saysNothing(probe, answer.asString()));
            case OWN -> true;
            case PLATFORM -> status == 403;
            case TERMINAL -> status == 404;
        };
    }

    /** A list narrowed to the shop is empty; any other does not name it. */
    private boolean saysNothing(Probe probe, String body) {
        boolean narrowed =
                probe.target().contains("merchant=") || probe.target().contains("storeId=");
        boolean ownPeople = probe.target().startsWith("/api/v1/staff");
        return ids.stream().noneMatch(body::contains) && (!narrowed || ownPeople || isEmpty(body));
    }

    private static boolean isEmpty(String body) {
        String stripped = body.strip();
        boolean json = stripped.startsWith("{") || stripped.startsWith("[");
        return json
                ? stripped.equals("[]") || stripped.contains("\"items\":[]")
                : stripped.lines().count() <= 1;
    }
}
