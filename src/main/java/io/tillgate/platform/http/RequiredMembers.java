package io.tillgate.platform.http;

import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.Refusal.Violation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a body leaves out: every component of its record must be there unless it is {@code @Nullable}. */
public final class RequiredMembers {
    private RequiredMembers() {}

    /** A list for a record's constructor, unchanged: what is missing from it is for {@link #check} to refuse. */
    @SuppressWarnings("NullAway")
    public static <T> List<T> asSent(@Nullable List<T> sent) {
        return sent == null ? null : Collections.unmodifiableList(new ArrayList<>(sent));
    }

    /** Refuses with all missing members at once, those of records and lists inside too. */
    public static void check(Record body) {
        List<Violation> missing = new ArrayList<>();
        collect(body, "", missing);
        if (!missing.isEmpty()) {
            throw new Refusal(CommonProblem.VALIDATION, "the request leaves out what is needed", missing);
        }
    }

    private static void collect(Record body, String path, List<Violation> missing) {
        for (RecordComponent component : body.getClass().getRecordComponents()) {
            Object value = value(body, component);
            String here = path + "/" + component.getName();
            if (value != null || !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                collect(value, here, missing);
            }
        }
    }

    private static void collect(@Nullable Object value, String here, List<Violation> missing) {
        switch (value) {
            case null -> missing.add(new Violation(here, "REQUIRED", "is needed"));
            case Record inner -> collect(inner, here, missing);
            case List<?> items -> {
                for (int i = 0; i < items.size(); i++) {
                    collect(items.get(i), here + "/" + i, missing);
                }
            }
            default -> {}
        }
    }

    private static @Nullable Object value(Record body, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(body);
        } catch (IllegalAccessException | InvocationTargetException everyRecordHasIt) {
            throw new IllegalStateException(everyRecordHasIt);
        }
    }
}
