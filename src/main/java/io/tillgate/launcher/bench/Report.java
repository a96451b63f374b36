package io.tillgate.launcher.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tillgate.launcher.bench.Series.Figures;
import java.util.List;
import java.util.Locale;

/**
 * Everything measured in one run.
 *
 * @param sale with the host's own time subtracted
 * @param baselines in the order in which they are told
 */
record Report(Figures sale, Figures saleWithHost, List<Figures> baselines, Together together, Machine machine) {
    private static final ObjectMapper JSON = new ObjectMapper();

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
        StringBuilder text = new StringBuilder(2_000);
        text.append("| one after another | count | p50 ms | p99 ms | max ms | p50 against a sale's |\n")
                .append("| --- | --: | --: | --: | --: | --: |\n");
        row(text, sale);
        row(text, saleWithHost);
        baselines.forEach(figures -> row(text, figures));
        text.append("\n| at once | sales/s | p50 ms | p99 ms | max ms |\n| --- | --: | --: | --: | --: |\n")
                .append(String.format(
                        Locale.ROOT,
                        "| %d terminals, host's time included | %.1f | %s | %s | %s |%n",
                        together.terminals(),
                        together.salesPerSecond(),
                        millis(together.figures().p50()),
                        millis(together.figures().p99()),
                        millis(together.figures().max())));
        text.append("\n| the service | |\n| --- | --: |\n");
        text.append(String.format(Locale.ROOT, "| resident, idle | %d MB |%n", machine.idleMegabytes()));
        text.append(String.format(Locale.ROOT, "| resident, after the run | %d MB |%n", machine.busyMegabytes()));
        text.append(String.format(Locale.ROOT, "| cores, for everything | %d |%n", machine.cores()));
        return text.append(String.format(Locale.ROOT, "| JDK | %s |%n", machine.java()))
                .toString();
    }

    String json() {
        ObjectNode json = JSON.createObjectNode();
        put(json.putObject("sale"), sale);
        put(json.putObject("saleWithHost"), saleWithHost);
        baselines.forEach(figures -> put(json.withArray("baselines").addObject(), figures));
        ObjectNode atOnce = json.putObject("together").put("terminals", together.terminals());
        put(atOnce.put("salesPerSecond", together.salesPerSecond()), together.figures());
        json.putObject("machine")
                .put("cores", machine.cores())
                .put("java", machine.java())
                .put("idleMegabytes", machine.idleMegabytes())
                .put("busyMegabytes", machine.busyMegabytes());
        return json.toString();
    }

    private void row(StringBuilder text, Figures figures) {
        String share =
                figures.p50() == 0 ? "" : String.format(Locale.ROOT, "1 : %.1f", (double) sale.p50() / figures.p50());
        text.append(String.format(
                Locale.ROOT,
                "| %s | %d | %s | %s | %s | %s |%n",
                figures.name(),
                figures.count(),
                millis(figures.p50()),
                millis(figures.p99()),
                millis(figures.max()),
                share));
    }

    private static void put(ObjectNode json, Figures figures) {
        json.put("name", figures.name())
                .put("count", figures.count())
                .put("p50Micros", figures.p50())
                .put("p99Micros", figures.p99())
                .put("maxMicros", figures.max());
    }

    private static String millis(long micros) {
        return String.format(Locale.ROOT, "%.1f", micros / 1_000.0);
    }
}
