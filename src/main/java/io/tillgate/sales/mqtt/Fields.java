package io.tillgate.sales.mqtt;

import io.tillgate.sales.SaleProblem;
import io.tillgate.shared.Refusal;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON object strictly: a member that is not named is refused, as is one of another type. A refusal names the
 * member by its JSON pointer and never repeats its value.
 */
final class Fields {
    private final JsonObject json;
    private final String path;

    private Fields(JsonObject json, String path) {
        this.json = json;
        this.path = path;
    }

    /** The whole body, which may have these members only. */
    static Fields of(JsonObject body, Set<String> known) {
        return checked(body, "", known);
    }

    boolean has(String name) {
        return json.getValue(name) != null;
    }

    String text(String name, int lengthMax) {
        String text = optionalText(name, lengthMax);
        if (text == null) {
            throw missing(name);
        }
        return text;
    }

    @Nullable
    String optionalText(String name, int lengthMax) {
        Object value = json.getValue(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text) || text.isEmpty() || text.length() > lengthMax || hasControls(text)) {
            throw invalid(name, "must be a text of 1 to " + lengthMax + " printable characters");
        }
        return text;
    }

    UUID uuid(String name) {
        UUID id = optionalUuid(name);
        if (id == null) {
            throw missing(name);
        }
        return id;
    }

    @Nullable
    UUID optionalUuid(String name) {
        String text = optionalText(name, 36);
        if (text == null) {
            return null;
        }
        try {
            if (text.length() == 36) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException notUuid) {
            // answered below
        }
        throw invalid(name, "must be a UUID");
    }

    /** An instant of RFC 3339. */
    Instant time(String name) {
        String text = text(name, 40);
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notTime) {
            throw invalid(name, "must be a time of RFC 3339");
        }
    }

    /** A whole number of JSON: no fraction, no exponent, no quotes. */
    long integer(String name) {
        Object value = json.getValue(name);
        if (value == null) {
            throw missing(name);
        }
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        throw invalid(name, "must be a whole number");
    }

    long integerOr(String name, long otherwise) {
        return has(name) ? integer(name) : otherwise;
    }

    boolean flagOr(String name, boolean otherwise) {
        Object value = json.getValue(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw invalid(name, "must be true or false");
    }

    Fields object(String name, Set<String> known) {
        Fields object = optionalObject(name, known);
        if (object == null) {
            throw missing(name);
        }
        return object;
    }

    @Nullable
    Fields optionalObject(String name, Set<String> known) {
        Object value = json.getValue(name);
        if (value == null) {
            return null;
        }
        if (value instanceof JsonObject object) {
            return checked(object, path + "/" + name, known);
        }
        throw invalid(name, "must be an object");
    }

    /** An object whose members are judged elsewhere. */
    JsonObject anyObject(String name) {
        Object value = json.getValue(name);
        if (value == null) {
            throw missing(name);
        }
        if (value instanceof JsonObject object) {
            return object;
        }
        throw invalid(name, "must be an object");
    }

    /** A list of objects; missing is empty. */
    List<Fields> objects(String name, int countMax, Set<String> known) {
        Object value = json.getValue(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof JsonArray array) || array.size() > countMax) {
            throw invalid(name, "must be a list of at most " + countMax + " objects");
        }
        List<Fields> objects = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            if (!(array.getValue(i) instanceof JsonObject object)) {
                throw invalid(name + "/" + i, "must be an object");
            }
            objects.add(checked(object, path + "/" + name + "/" + i, known));
        }
        return objects;
    }

    JsonObject json() {
        return json;
    }

    String pointer(String name) {
        return path + "/" + name;
    }

    Refusal missing(String name) {
        return refused(SaleProblem.FIELD_MISSING, name, "is missing");
    }

    Refusal invalid(String name, String what) {
        return refused(SaleProblem.FIELD_INVALID, name, what);
    }

    Refusal refused(SaleProblem problem, String name, String what) {
        return new Refusal(problem, pointer(name) + " " + what);
    }

    private static Fields checked(JsonObject object, String path, Set<String> known) {
        for (String name : object.fieldNames()) {
            if (!known.contains(name)) {
                String shown = name.length() <= 40 && !hasControls(name) ? " \"" + name + "\"" : "";
                throw new Refusal(
                        SaleProblem.UNKNOWN_FIELD,
                        "there is no member" + shown + " in " + (path.isEmpty() ? "the body" : path) + ", only "
                                + String.join(", ", new TreeSet<>(known)));
            }
        }
        return new Fields(object, path);
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }
}
