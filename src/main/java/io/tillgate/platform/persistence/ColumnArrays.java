package io.tillgate.platform.persistence;

import io.tillgate.shared.Identifier;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The rows of a batch as one array a column, for {@code unnest($1, $2, ...)}: columns in the order in which they are added. */
public final class ColumnArrays<R> {
    private final List<R> rows;
    private final Tuple tuple = Tuple.tuple();

    private ColumnArrays(List<R> rows) {
        this.rows = rows;
    }

    public static <R> ColumnArrays<R> of(List<R> rows) {
        return new ColumnArrays<>(rows);
    }

    /** The place of each row in the batch, from 0. */
    public ColumnArrays<R> index() {
        Integer[] places = new Integer[rows.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = i;
        }
        tuple.addArrayOfInteger(places);
        return this;
    }

    public ColumnArrays<R> uuids(Function<R, @Nullable UUID> column) {
        tuple.addArrayOfUUID(array(column, UUID[]::new));
        return this;
    }

    public ColumnArrays<R> ids(Function<R, @Nullable Identifier> column) {
        return uuids(row -> {
            Identifier id = column.apply(row);
            return id == null ? null : id.value();
        });
    }

    public ColumnArrays<R> texts(Function<R, @Nullable String> column) {
        tuple.addArrayOfString(array(column, String[]::new));
        return this;
    }

    public ColumnArrays<R> longs(Function<R, @Nullable Long> column) {
        tuple.addArrayOfLong(array(column, Long[]::new));
        return this;
    }

    public ColumnArrays<R> integers(Function<R, @Nullable Integer> column) {
        tuple.addArrayOfInteger(array(column, Integer[]::new));
        return this;
    }

    public ColumnArrays<R> dates(Function<R, @Nullable LocalDate> column) {
        tuple.addArrayOfLocalDate(array(column, LocalDate[]::new));
        return this;
    }

    public ColumnArrays<R> instants(Function<R, @Nullable Instant> column) {
        tuple.addArrayOfOffsetDateTime(array(
                row -> {
                    Instant instant = column.apply(row);
                    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
                },
                OffsetDateTime[]::new));
        return this;
    }

    public ColumnArrays<R> bytes(Function<R, byte @Nullable []> column) {
        tuple.addValue(array(
                row -> {
                    byte[] bytes = column.apply(row);
                    return bytes == null ? null : Buffer.buffer(bytes);
                },
                Buffer[]::new));
        return this;
    }

    public ColumnArrays<R> json(Function<R, @Nullable JsonObject> column) {
        tuple.addArrayOfJsonObject(array(column, JsonObject[]::new));
        return this;
    }

    public Tuple tuple() {
        return tuple;
    }

    private <T> T[] array(Function<R, @Nullable T> column, IntFunction<T[]> make) {
        return rows.stream().map(column).toArray(make);
    }
}
