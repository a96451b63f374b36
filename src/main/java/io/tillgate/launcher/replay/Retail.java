package io.tillgate.launcher.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Six days of a real shop: an extract of "Online Retail" (Daqing Chen, UCI, CC BY 4.0; see the README beside the files).
 *
 * @param articles by their code, in the order of the file
 * @param baskets in the order of time
 */
record Retail(Map<String, Article> articles, List<Basket> baskets) {
    static final int DAYS = 6;

    private static final String PLACE = "/demo/retail/";

    Retail {
        articles = new LinkedHashMap<>(articles);
        baskets = List.copyOf(baskets);
    }

    /**
     * Something for sale.
     *
     * @param aisle which of the three shops sells it
     * @param price in minor units of whatever currency the tenant has
     */
    record Article(String code, String aisle, long price, String en, String zh) {}

    /** So many pieces of one article. */
    record Line(Article article, int quantity) {
        long total() {
            return article.price() * quantity;
        }
    }

    /**
     * What somebody bought.
     *
     * @param day from 1
     * @param customer empty when nobody knows
     */
    record Basket(String invoice, int day, LocalTime time, String aisle, String customer, List<Line> lines) {
        Basket {
            lines = List.copyOf(lines);
        }

        long total() {
            return lines.stream().mapToLong(Line::total).sum();
        }
    }

    static Retail load() {
        Map<String, Article> articles = new LinkedHashMap<>();
        rows("products.csv")
                .forEach(row ->
                        articles.put(row[0], new Article(row[0], row[1], Long.parseLong(row[2]), row[3], row[4])));
        List<Basket> baskets = rows("baskets.csv").stream()
                .map(row -> new Basket(
                        row[0],
                        Integer.parseInt(row[1]),
                        LocalTime.parse(row[2]),
                        row[3],
                        row[4],
                        Arrays.stream(row[5].split(" ", -1))
                                .map(line -> line(line, articles))
                                .toList()))
                .toList();
        return new Retail(articles, baskets);
    }

    private static Line line(String text, Map<String, Article> articles) {
        int x = text.lastIndexOf('x');
        Article article = Objects.requireNonNull(articles.get(text.substring(0, x)), text);
        return new Line(article, Integer.parseInt(text.substring(x + 1)));
    }

    /** The extract is ours: its cells hold neither commas nor quotes. */
    private static List<String[]> rows(String file) {
        try (InputStream in = Objects.requireNonNull(Retail.class.getResourceAsStream(PLACE + file), file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> line.split(",", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
