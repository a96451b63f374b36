package io.tillgate.shared.identifiers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A merchant category code (ISO 18245), four digits, from the list that comes with the service. */
public record CategoryCode(String value) {
    private static final Map<String, String> MEANINGS = ReferenceTable.lines("mcc.tsv").stream()
            .collect(Collectors.toUnmodifiableMap(line -> line.substring(0, 4), line -> line.substring(5)));

    public CategoryCode {
        if (!MEANINGS.containsKey(value)) {
            throw new IllegalArgumentException("not a known merchant category code");
        }
    }

    public static Optional<CategoryCode> find(String text) {
        return MEANINGS.containsKey(text) ? Optional.of(new CategoryCode(text)) : Optional.empty();
    }

    /** Every known code, in order. */
    public static List<CategoryCode> all() {
        return MEANINGS.keySet().stream().sorted().map(CategoryCode::new).toList();
    }

    /** In English, as the networks publish it. */
    public String meaning() {
        return MEANINGS.getOrDefault(value, "");
    }

    @Override
    public String toString() {
        return value;
    }
}
