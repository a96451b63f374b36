package io.tillgate.catalogue.usecase;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.tillgate.catalogue.BasketPricing;
import io.tillgate.catalogue.CatalogueProblem;
import io.tillgate.catalogue.ImportOutcome.Mistake;
import io.tillgate.catalogue.Product;
import io.tillgate.catalogue.ProductNames;
import io.tillgate.catalogue.SaveProduct;
import io.tillgate.shared.Money;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.Refusal.Violation;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Products as CSV (RFC 4180, UTF-8, a header line): {@code sku,nameEn,nameZh,barcodes,unit,taxRate,category,active,price,
 * currency}. Barcodes have blanks between them; price is in major units and optional. Columns may stand in any order;
 * {@code sku}, {@code unit}, {@code taxRate} and one of the names are required. A cell that a spreadsheet would take for
 * a formula is written with an apostrophe in front, and read without it.
 */
public final class ProductCsv {
    /** Lines of a file, without the header. */
    public static final int LINES_MAX = 10_000;

    private static final List<String> COLUMNS = List.of(
            "sku", "nameEn", "nameZh", "barcodes", "unit", "taxRate", "category", "active", "price", "currency");
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final Set<String> skus = new HashSet<>();
    private final Set<String> barcodes = new HashSet<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Mistake> mistakes = new ArrayList<>();

    private ProductCsv() {}

    /** A line without mistakes. */
    record Line(long number, SaveProduct product, @Nullable Money price) {}

    /** What a file holds. */
    record Parsed(List<Line> lines, List<Mistake> mistakes) {}

    /** Reads the whole file; mistakes are collected, a file that is no such table is refused. */
    static Parsed parse(String text) {
        ProductCsv csv = new ProductCsv();
        String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(body)) {
            int count = 0;
            for (NamedCsvRecord record : reader) {
                if (++count > LINES_MAX) {
                    throw new Refusal(CatalogueProblem.IMPORT_TOO_LONG, "A file holds at most 10,000 products.");
                }
                csv.read(record);
            }
        } catch (CsvParseException | java.io.IOException broken) {
            throw new Refusal(CatalogueProblem.IMPORT_HAS_MISTAKES, "The file is not a CSV table with a header line.");
        }
        return new Parsed(csv.lines, csv.mistakes);
    }

    /** The header and one line for each product; prices are in major units where there is one. */
    static String write(List<Product> products, Map<String, Money> prices) {
        StringWriter out = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(out)) {
            writer.writeRecord(COLUMNS);
            products.forEach(product -> writer.writeRecord(cells(product, prices.get(product.sku()))));
        } catch (java.io.IOException impossible) {
            throw new IllegalStateException("a string that cannot be written", impossible);
        }
        return out.toString();
    }

    private void read(NamedCsvRecord record) {
        long number = record.getStartingLineNumber();
        int before = mistakes.size();
        SaveProduct product = new SaveProduct(
                orEmpty(record, "sku"),
                new ProductNames(cell(record, "nameEn"), cell(record, "nameZh")),
                orEmpty(record, "unit"),
                orEmpty(record, "taxRate"),
                cell(record, "category"),
                active(record, number),
                codes(record));
        product.violations().forEach(found -> mistakes.add(mistake(number, found)));
        if (!skus.add(product.sku())) {
            mistakes.add(new Mistake(number, "sku", "DUPLICATE", "this sku is on an earlier line too"));
        }
        for (String code : product.codes()) {
            if (!barcodes.add(code)) {
                mistakes.add(new Mistake(number, "barcodes", "DUPLICATE", "a barcode is on an earlier line too"));
            }
        }
        Money price = price(record, number);
        if (mistakes.size() == before) {
            lines.add(new Line(number, product, price));
        }
    }

    private @Nullable Boolean active(NamedCsvRecord record, long number) {
        String text = cell(record, "active");
        if (text != null && !text.equals("true") && !text.equals("false")) {
            mistakes.add(new Mistake(number, "active", "BOOLEAN", "true or false, or leave it empty"));
        }
        return text == null ? null : Boolean.valueOf(text.equals("true"));
    }

    private @Nullable Money price(NamedCsvRecord record, long number) {
        String price = cell(record, "price");
        String code = cell(record, "currency");
        if (price == null) {
            return null;
        }
        Currency currency = Currency.getAvailableCurrencies().stream()
                .filter(known -> known.getCurrencyCode().equals(code))
                .findFirst()
                .orElse(null);
        if (currency == null) {
            mistakes.add(new Mistake(number, "currency", "CURRENCY", "a currency code of ISO 4217 beside the price"));
            return null;
        }
        return minor(price, currency, number);
    }

    private @Nullable Money minor(String text, Currency currency, long number) {
        if (text.matches("[0-9]{1,13}(\\.[0-9]{1,4})?")) {
            BigDecimal minor = new BigDecimal(text).movePointRight(Math.max(0, currency.getDefaultFractionDigits()));
            boolean isWhole = minor.stripTrailingZeros().scale() <= 0;
            if (isWhole && minor.compareTo(BigDecimal.valueOf(BasketPricing.UNIT_PRICE_MAX)) <= 0) {
                return new Money(minor.longValueExact(), currency);
            }
        }
        mistakes.add(new Mistake(number, "price", "PRICE", "a plain number with the decimals of its currency"));
        return null;
    }

    private static Mistake mistake(long number, Violation found) {
        String column = switch (found.path()) {
            case "/name", "/name/en" -> "nameEn";
            case "/name/zh" -> "nameZh";
            default ->
                found.path().startsWith("/barcodes") ? "barcodes" : found.path().substring(1);
        };
        return new Mistake(number, column, found.code(), found.message());
    }

    private static List<String> codes(NamedCsvRecord record) {
        String text = cell(record, "barcodes");
        return text == null
                ? List.of()
                : Arrays.stream(text.trim().split(" +", -1)).toList();
    }

    private static String orEmpty(NamedCsvRecord record, String column) {
        String text = cell(record, column);
        return text == null ? "" : text;
    }

    private static @Nullable String cell(NamedCsvRecord record, String column) {
        String text = record.findField(column).orElse("");
        boolean isGuarded = text.length() > 1 && text.charAt(0) == '\'' && FORMULA_STARTS.indexOf(text.charAt(1)) >= 0;
        String plain = isGuarded ? text.substring(1) : text;
        return plain.isEmpty() ? null : plain;
    }

    private static List<String> cells(Product product, @Nullable Money price) {
        List<@Nullable String> cells = Arrays.asList(
                product.sku(),
                product.name().en(),
                product.name().zh(),
                String.join(" ", product.barcodes()),
                product.unit(),
                product.taxRate(),
                product.category(),
                Boolean.toString(product.active()),
                price == null
                        ? null
                        : BigDecimal.valueOf(price.value(), Math.max(0, price.exponent()))
                                .toPlainString(),
                price == null ? null : price.currency().getCurrencyCode());
        return cells.stream().map(ProductCsv::guarded).toList();
    }

    private static String guarded(@Nullable String cell) {
        if (cell == null) {
            return "";
        }
        return !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
