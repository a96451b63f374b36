package io.tillgate.portal.frame;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A list as a file for spreadsheets (RFC 4180). What would be a formula there is text. */
public final class Csv {
    /** At most so many rows: who needs more narrows the list. */
    public static final int ROWS_MAX = 10_000;

    private final StringBuilder text = new StringBuilder("\uFEFF");

    public Csv row(List<? extends @Nullable Object> values) {
        text.append(values.stream().map(Csv::cell).collect(Collectors.joining(",")))
                .append("\r\n");
        return this;
    }

    public String text() {
        return text.toString();
    }

    public Response file(String name) {
        return Response.ok(text(), "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"")
                .build();
    }

    /** A whole list. */
    public static <T> Response file(
            String name, List<String> heads, List<T> rows, Function<T, List<? extends @Nullable Object>> cells) {
        Csv csv = new Csv().row(heads);
        rows.forEach(each -> csv.row(cells.apply(each)));
        return csv.file(name);
    }

    private static String cell(@Nullable Object value) {
        String plain = value == null ? "" : value.toString();
        boolean formula = !plain.isEmpty() && "=+-@\t\r".indexOf(plain.charAt(0)) >= 0 && !plain.matches("-?[0-9.]+");
        String safe = formula ? "'" + plain : plain;
        return safe.chars().anyMatch(each -> each == ',' || each == '"' || each == '\n' || each == '\r')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
