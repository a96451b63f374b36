package io.tillgate.platform.http;

import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.Refusal.Violation;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code ?limit=&after=} of a list; use as a {@code @BeanParam}. The limit is 1 to {@value #LIMIT_MAX}. */
public final class PageRequest {
    public static final int LIMIT_MAX = 200;

    @QueryParam("limit")
    @DefaultValue("50")
    private int limit;

    @QueryParam("after")
    private @Nullable String after;

    /** For the framework, which fills the fields: it knows no parameters of constructors. */
    public PageRequest() {}

    public PageRequest(int limit, @Nullable String after) {
        this.limit = limit;
        this.after = after;
    }

    /** Rows a page. */
    public int limit() {
        if (limit < 1 || limit > LIMIT_MAX) {
            String message = "limit must be between 1 and " + LIMIT_MAX;
            throw new Refusal(CommonProblem.VALIDATION, message, List.of(new Violation("/limit", "RANGE", message)));
        }
        return limit;
    }

    /** The key of the last row already seen, or null at the start. */
    public @Nullable String after() {
        return after == null || after.isEmpty() ? null : Cursor.decode(after);
    }

    /** The same, for lists whose key is an id. */
    public @Nullable UUID afterId() {
        String key = after();
        try {
            return key == null ? null : UUID.fromString(key);
        } catch (IllegalArgumentException notAnId) {
            throw Cursor.foreign();
        }
    }
}
