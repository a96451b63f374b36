package io.tillgate.launcher.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tillgate.launcher.bench.Looking.Page;
import io.tillgate.launcher.bench.Series.Figures;
import io.tillgate.launcher.bench.SettlingADay.Settled;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything measured in one run; what was not asked for is null. */
record Report(
        @Nullable Sales sales,
        @Nullable Page page,
        @Nullable Figures lag,
        @Nullable Settled day,
        Machine machine) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Sales at the till.
     *
     * @param sale with the host's own time subtracted
     * @param baselines in the order in which they are told
     */
    record Sales(Figures sale, Figures saleWithHost, List<Figures> baselines, Together together) {}

    /** Several terminals at once. */
    record Together(int terminals, double salesPerSecond, Figures figures) {}

    /**
     * Where it ran.
     *
     * @param idleMegabytes resident memory of the service before the run
     * @param busyMegabytes the same after it
     */
    record Machine(int cores, String java, long idleMegabytes, long busyMegabytes) {}

    String markdown() {
        StringBuilder text = new StringBuilder(4_000);
        if (sales != null) {
            sales(text, sales);
        }
        if (page != null || lag != null) {
            pages(text, page, lag);
        }
        if (day != null) {
            day(text, day);
        }
        text.append("| the service | |\n| --- | --: |\n");
        add(text, "| resident, idle | %d MB |%n", machine.idleMegabytes());
        add(text, "| resident, after the run | %d MB |%n", machine.busyMegabytes());
        add(text, "| cores, for everything | %d |%n", machine.cores());
        add(text, "| JDK | %s |%n", machine.java());
        return text.toString();
    }

    private static void sales(StringBuilder text, Sales sales) {
        text.append("| one after another | count | p50 ms | p99 ms | max ms | p50 against a sale's |\n")
                .append("| --- | --: | --: | --: | --: | --: |\n");
        Stream.concat(Stream.of(sales.sale(), sales.saleWithHost()), sales.baselines().stream())
                .forEach(each -> add(
                        text,
                        "| %s | %d | %s | %s | %s | %s |%n",
                        each.name(),
                        each.count(),
                        millis(each.p50()),
                        millis(each.p99()),
                        millis(each.max()),
                        share(sales.sale().p50(), each.p50())));
        text.append("\n| at once | sales/s | p50 ms | p99 ms | max ms |\n| --- | --: | --: | --: | --: |\n");
        Together together = sales.together();
        add(
                text,
                "| %d terminals, host's time included | %.1f | %s | %s | %s |%n%n",
                together.terminals(),
                together.salesPerSecond(),
                millis(together.figures().p50()),
                millis(together.figures().p99()),
                millis(together.figures().max()));
    }

    private static void pages(StringBuilder text, @Nullable Page page, @Nullable Figures lag) {
        text.append("| what a merchant sees | count | p50 ms | p95 ms | max ms | p50 against the page's |\n")
                .append("| --- | --: | --: | --: | --: | --: |\n");
        if (page != null) {
            Stream.concat(Stream.of(page.home()), page.baselines().stream())
                    .forEach(each -> seen(text, each, share(page.home().p50(), each.p50())));
        }
        if (lag != null) {
            seen(text, lag, "");
        }
        text.append('\n');
    }

    private static void seen(StringBuilder text, Figures each, String share) {
        add(
                text,
                "| %s | %d | %s | %s | %s | %s |%n",
                each.name(),
                each.count(),
                millis(each.p50()),
                millis(each.p95()),
                millis(each.max()),
                share);
    }

    private static void day(StringBuilder text, Settled day) {
        add(
                text,
                "| a day of %,d sales of %,d merchants | s |%n| --- | --: |%n",
                SettlingADay.SALES,
                SettlingADay.MERCHANTS);
        add(text, "| cut off: sealed entries netted into payouts | %s |%n", seconds(day.cut()));
        add(text, "| signed by the first person | %s |%n", seconds(day.signed()));
        add(text, "| released by the second | %s |%n", seconds(day.released()));
        add(
                text,
                "| fetched as pain.001: %,d transfers, %,d KB | %s |%n",
                day.transfers(),
                day.bytes() / 1024,
                seconds(day.fetched()));
        add(text, "| **from cut-off to the file** | %s |%n", seconds(day.all()));
        add(text, "| before that: sealing what the filling had left to seal | %s |%n%n", seconds(day.sealing()));
    }

    String json() {
        ObjectNode json = JSON.createObjectNode();
        if (sales != null) {
            put(json.putObject("sale"), sales.sale());
            put(json.putObject("saleWithHost"), sales.saleWithHost());
            sales.baselines().forEach(figures -> put(json.withArray("baselines").addObject(), figures));
            ObjectNode atOnce =
                    json.putObject("together").put("terminals", sales.together().terminals());
            put(
                    atOnce.put("salesPerSecond", sales.together().salesPerSecond()),
                    sales.together().figures());
        }
        if (page != null) {
            put(json.putObject("homePage"), page.home());
            page.baselines()
                    .forEach(figures -> put(json.withArray("pageBaselines").addObject(), figures));
        }
        if (lag != null) {
            put(json.putObject("lag"), lag);
        }
        if (day != null) {
            json.putObject("day")
                    .put("sealingMillis", day.sealing().toMillis())
                    .put("cutMillis", day.cut().toMillis())
                    .put("signedMillis", day.signed().toMillis())
                    .put("releasedMillis", day.released().toMillis())
                    .put("fetchedMillis", day.fetched().toMillis())
                    .put("allMillis", day.all().toMillis())
                    .put("transfers", day.transfers())
                    .put("bytes", day.bytes());
        }
        json.putObject("machine")
                .put("cores", machine.cores())
                .put("java", machine.java())
                .put("idleMegabytes", machine.idleMegabytes())
                .put("busyMegabytes", machine.busyMegabytes());
        return json.toString();
    }

    private static String share(long whole, long part) {
        return part == 0 ? "" : String.format(Locale.ROOT, "1 : %.1f", (double) whole / part);
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency of the product
    private static void add(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values));
    }

    private static void put(ObjectNode json, Figures figures) {
        json.put("name", figures.name())
                .put("count", figures.count())
                .put("p50Micros", figures.p50())
                .put("p95Micros", figures.p95())
                .put("p99Micros", figures.p99())
                .put("maxMicros", figures.max());
    }

    private static String millis(long micros) {
        return String.format(Locale.ROOT, "%.1f", micros / 1_000.0);
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1_000.0);
    }
}
