package io.tillgate.portal.frame;

import java.util.Map;

/**
 * Why a form was not taken, in the reader's words.
 *
 * @param summary above the form; empty where nothing is wrong
 * @param fields by the field's name
 */
public record Mistakes(String summary, Map<String, String> fields) {
    public static final Mistakes NONE = new Mistakes("", Map.of());

    public Mistakes {
        fields = Map.copyOf(fields);
    }

    public static Mistakes of(String summary) {
        return new Mistakes(summary, Map.of());
    }

    public boolean any() {
        return !summary.isEmpty();
    }

    /** Of the field or of any part of it; empty where the field is fine. */
    public String at(String field) {
        return fields.entrySet().stream()
                .filter(each -> each.getKey().equals(field) || each.getKey().startsWith(field + "."))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
