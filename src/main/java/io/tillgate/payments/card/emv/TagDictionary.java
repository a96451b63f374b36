package io.tillgate.payments.card.emv;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Names of EMV tags, from {@code card/emv-tags.csv} (EMV Books 1 to 4 and ISO/IEC 7816). */
public final class TagDictionary {
    private static final String FILE = "/card/emv-tags.csv";
    private static final Map<Integer, String> NAMES = load();

    private TagDictionary() {}

    public static Optional<String> nameOf(int tag) {
        return Optional.ofNullable(NAMES.get(tag));
    }

    private static Map<Integer, String> load() {
        try (InputStream in = Objects.requireNonNull(TagDictionary.class.getResourceAsStream(FILE), FILE);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(reader)) {
            return rows.stream()
                    .collect(Collectors.toUnmodifiableMap(
                            row -> Integer.parseUnsignedInt(row.getField("tag"), 16),
                            row -> row.getField("name"),
                            (first, second) -> first));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }
}
