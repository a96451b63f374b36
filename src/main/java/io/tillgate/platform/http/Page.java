package io.tillgate.platform.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next what to send as {@code after} for the next page; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, @Nullable String next) {
    public Page {
        items = List.copyOf(items);
    }

    /** From a query that asked for one row more than the page holds. */
    public static <T> Page<T> of(List<T> rows, PageRequest request, Function<T, String> key) {
        if (rows.size() <= request.limit()) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, request.limit());
        return new Page<>(items, Cursor.encode(key.apply(items.getLast())));
    }

    /** From a list that is whole and bounded, in the order of {@code key}. */
    public static <T> Page<T> within(List<T> all, PageRequest request, Function<T, String> key) {
        String after = request.after();
        List<T> rest = all.stream()
                .filter(each -> after == null || key.apply(each).compareTo(after) > 0)
                .sorted(Comparator.comparing(key))
                .limit(request.limit() + 1L)
                .toList();
        return of(rest, request, key);
    }

    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }
}
