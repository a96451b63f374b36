package io.tillgate.catalogue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Lines of real baskets: UCI "Online Retail", Daqing Chen, CC BY 4.0; a cut of it here, the whole day beside the repository. */
public final class RetailLines {
    private static final Path BESIDE = Path.of("../shared/reference/retail-baskets/online-retail-2010-12-01.csv");

    private RetailLines() {}

    public record RetailLine(String invoice, String sku, String name, String quantity, long unitPrice) {
        boolean isSold() {
            return !quantity.startsWith("-") && unitPrice >= 0 && !name.isBlank();
        }
    }

    public static List<RetailLine> all() {
        try (InputStream in = Files.exists(BESIDE) ? Files.newInputStream(BESIDE) : extract();
                CsvReader<NamedCsvRecord> reader =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<RetailLine> lines = new ArrayList<>();
            reader.forEach(record -> lines.add(line(record)));
            return lines;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static InputStream extract() {
        return Objects.requireNonNull(RetailLines.class.getResourceAsStream(
                "/reference/retail-baskets/online-retail-2010-12-01-extract.csv"));
    }

    private static RetailLine line(NamedCsvRecord record) {
        return new RetailLine(
                record.getField("InvoiceNo"),
                record.getField("StockCode"),
                record.getField("Description"),
                record.getField("Quantity"),
                new BigDecimal(record.getField("UnitPrice")).movePointRight(2).longValue());
    }
}
