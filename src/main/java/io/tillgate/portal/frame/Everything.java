package io.tillgate.portal.frame;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a list page by page, up to what a file may hold. */
public final class Everything {
    private Everything() {}

    public static <T> Uni<List<T>> of(Function<PageRequest, Uni<Page<T>>> list) {
        return more(list, null, new ArrayList<>());
    }

    private static <T> Uni<List<T>> more(
            Function<PageRequest, Uni<Page<T>>> list, @Nullable String after, List<T> found) {
        return list.apply(new PageRequest(PageRequest.LIMIT_MAX, after)).chain(page -> {
            found.addAll(page.items());
            return page.next() == null || found.size() >= Csv.ROWS_MAX
                    ? Uni.createFrom().item(found)
                    : more(list, page.next(), found);
        });
    }
}
