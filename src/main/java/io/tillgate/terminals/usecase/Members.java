package io.tillgate.terminals.usecase;

import io.tillgate.shared.Refusal;
import io.tillgate.terminals.TerminalProblem;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Members of what terminals report, as the AsyncAPI document has them; whatever else there is, is kept unread. */
record Members(JsonObject body) {
    void optionalText(String name, int lengthMax) {
        Object value = body.getValue(name);
        boolean fits = value instanceof String text && text.length() <= lengthMax;
        check(name, fits, "must be a text of at most " + lengthMax + " characters");
    }

    String word(String name, Set<String> words) {
        if (body.getValue(name) instanceof String word && words.contains(word)) {
            return word;
        }
        throw refused(
                name,
                "must be one of " + String.join(", ", words.stream().sorted().toList()));
    }

    void optionalCount(String name) {
        check(name, isCount(body.getValue(name)), "must be a whole number of at least 0");
    }

    void optionalInteger(String name) {
        check(name, isInteger(body.getValue(name)), "must be a whole number");
    }

    /** From 0 to 100; null says that there is nothing to measure. */
    void optionalPercentage(String name) {
        Object value = body.getValue(name);
        boolean fits = value == null || (isCount(value) && ((Number) value).longValue() <= 100);
        check(name, fits, "must be a whole number from 0 to 100, or null");
    }

    /** Written without fraction, exponent and quotes. */
    static boolean isInteger(@Nullable Object value) {
        return value instanceof Integer || value instanceof Long;
    }

    static boolean isCount(@Nullable Object value) {
        return isInteger(value) && value instanceof Number number && number.longValue() >= 0;
    }

    static Refusal refused(String name, String what) {
        return new Refusal(TerminalProblem.SCHEMA, "/" + name + " " + what);
    }

    private void check(String name, boolean fits, String what) {
        if (body.containsKey(name) && !fits) {
            throw refused(name, what);
        }
    }
}
