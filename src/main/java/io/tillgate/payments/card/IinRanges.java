package io.tillgate.payments.card;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The table of number ranges, from {@code card/iin-ranges.csv}. The range with the longest prefix wins. A co-brand
 * counts as UnionPay, which is how such a card is accepted where both are.
 */
final class IinRanges {
    private static final String FILE = "/card/iin-ranges.csv";
    private static final IinRanges PUBLISHED = load();

    private final List<IinRange> longestFirst;

    private IinRanges(List<IinRange> ranges) {
        this.longestFirst = ranges.stream()
                .sorted(Comparator.comparingInt(IinRange::prefixLength).reversed())
                .toList();
    }

    static IinRanges published() {
        return PUBLISHED;
    }

    CardScheme schemeOf(String digits) {
        return longestFirst.stream()
                .filter(range -> range.contains(digits))
                .findFirst()
                .map(IinRange::scheme)
                .orElse(CardScheme.OTHER);
    }

    private static IinRanges load() {
        try (InputStream in = Objects.requireNonNull(IinRanges.class.getResourceAsStream(FILE), FILE);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(reader)) {
            return new IinRanges(rows.stream().map(IinRanges::range).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }

    private static IinRange range(NamedCsvRecord row) {
        return new IinRange(
                scheme(row.getField("brand")),
                row.getField("prefix_from"),
                row.getField("prefix_to"),
                lengths(row.getField("pan_lengths")));
    }

    private static CardScheme scheme(String brand) {
        if (brand.contains(CardScheme.UNIONPAY.brand())) {
            return CardScheme.UNIONPAY;
        }
        return Arrays.stream(CardScheme.values())
                .filter(scheme -> scheme.brand().equals(brand))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(FILE + " names an unknown brand: " + brand));
    }

    /** {@code 16}, {@code 13,16} or {@code 16-19}. */
    private static Set<Integer> lengths(String text) {
        Set<Integer> lengths = new HashSet<>();
        for (String part : text.split(",", -1)) {
            String[] ends = part.split("-", -1);
            int last = Integer.parseInt(ends[ends.length - 1]);
            for (int length = Integer.parseInt(ends[0]); length <= last; length++) {
                lengths.add(length);
            }
        }
        return lengths;
    }
}
