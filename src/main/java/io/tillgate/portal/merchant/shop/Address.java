package io.tillgate.portal.merchant.shop;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The filters of a list as they stand in the address bar, in their order and without those that ask nothing. */
public record Address(Map<String, String> parameters) {
    public static final Address EMPTY = new Address(Map.of());

    /** With one more; one that is blank asks nothing. */
    public Address with(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return this;
        }
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.put(name, value);
        return new Address(all);
    }

    public boolean isNarrowed() {
        return !parameters.isEmpty();
    }

    /** Begins with a question mark unless it is empty. */
    public String text() {
        return parameters.isEmpty()
                ? ""
                : parameters.entrySet().stream()
                        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }

    /** What cannot be read asks nothing: an address may be cut short by whoever passes it on. */
    public static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null || !text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? null : LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
