package io.tillgate.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The tables of one page below {@code src/docs/reference}, whose first column is a term in code letters. */
record ReferencePage(List<Row> rows) {
    private static final Pattern HEADING = Pattern.compile("## .*");
    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| ([^|]*?) \\|.*");

    /** @param second the second column without its code marks; a dash stands for nothing */
    record Row(String section, String first, String second) {}

    static ReferencePage read(String name) {
        try {
            return new ReferencePage(rows(Files.readAllLines(Path.of("src/docs/reference", name))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Row> section(String word) {
        return rows.stream().filter(row -> row.section().contains(word)).toList();
    }

    private static List<Row> rows(List<String> lines) {
        List<Row> rows = new ArrayList<>();
        String section = "";
        for (String line : lines) {
            var row = ROW.matcher(line);
            if (HEADING.matcher(line).matches()) {
                section = line;
            } else if (row.matches()) {
                rows.add(new Row(section, row.group(1), row.group(2).replace("`", "")));
            }
        }
        return List.copyOf(rows);
    }
}
