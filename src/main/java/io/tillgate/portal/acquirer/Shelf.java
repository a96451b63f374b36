package io.tillgate.portal.acquirer;

import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The address of a list with what it is narrowed to, so that a link shares the view. */
final class Shelf {
    static final int ROWS = 50;

    private final String path;
    private final Map<String, String> asked = new LinkedHashMap<>();

    private Shelf(String path) {
        this.path = path;
    }

    static Shelf of(String path) {
        return new Shelf(path);
    }

    Shelf with(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            asked.put(name, value.strip());
        }
        return this;
    }

    /** @param next null on the last page; {@code start} empty on the first */
    public record Pager(String next, String start) {
        public boolean any() {
            return !next.isEmpty() || !start.isEmpty();
        }
    }

    Pager pager(Page<?> page, @Nullable String after) {
        return new Pager(
                page.next() == null ? "" : address("after", page.next()),
                after == null || after.isEmpty() ? "" : address("", ""));
    }

    /** The same list with one thing changed; empty takes it away. */
    String address(String name, String value) {
        Map<String, String> query = new LinkedHashMap<>(asked);
        if (!name.isEmpty()) {
            query.remove(name);
            if (!value.isEmpty()) {
                query.put(name, value);
            }
        }
        return query.isEmpty()
                ? path
                : path + "?"
                        + query.entrySet().stream()
                                .map(each -> each.getKey() + "="
                                        + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&"));
    }

    static PageRequest page(@Nullable String after) {
        return new PageRequest(ROWS, after);
    }
}
