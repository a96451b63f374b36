package io.tillgate.launcher.bench;

import io.tillgate.launcher.bench.Looking.Page;
import io.tillgate.launcher.bench.Order.Part;
import io.tillgate.launcher.bench.Report.Machine;
import io.tillgate.launcher.bench.Report.Sales;
import io.tillgate.launcher.bench.Report.Together;
import io.tillgate.launcher.bench.Selling.Sold;
import io.tillgate.launcher.bench.Series.Figures;
import io.tillgate.launcher.bench.SettlingADay.Settled;
import io.tillgate.launcher.demo.Stage;
import io.tillgate.launcher.demo.Stage.Counter;
import io.tillgate.tenancy.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One run: memory at rest, baselines, one terminal, several terminals, pages, a day settled, memory again. */
final class Run {
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration BASELINE = Duration.ofSeconds(5);

    private final Order order;
    private final Stage stage;
    private final HostLog host;
    private final long service;

    Run(Order order, Stage stage) {
        this.order = order;
        this.stage = stage;
        this.host = new HostLog(stage.up().get("simulators").get("cardHost").asText());
        this.service = stage.up().get("pids").get("service").asLong();
    }

    Report run(long idleMegabytes) {
        Set<Part> parts = order.parts();
        Sales sales = parts.contains(Part.SALES) ? sales() : null;
        Page page = null;
        Figures lag = null;
        Settled day = null;
        try (Filling filling = Filling.of(order.data(), Tenant.idOf(Stage.TENANT))) {
            if (parts.contains(Part.PAGE)) {
                page = new Looking(stage).look(filling);
            }
            if (parts.contains(Part.LAG)) {
                lag = new Catching(stage).lag();
            }
            if (parts.contains(Part.DAY)) {
                day = new SettlingADay(stage).settle(filling);
            }
        }
        return new Report(
                sales,
                page,
                lag,
                day,
                new Machine(
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().toString(),
                        idleMegabytes,
                        Resident.megabytes(service)));
    }

    private Sales sales() {
        Selling selling = new Selling(stage.first());
        selling.sellFor(WARM_UP);
        host.microsSinceLastReading();
        List<Figures> baselines = List.of(
                Yardsticks.question(stage.first(), BASELINE).figures(),
                Yardsticks.report(stage.first(), BASELINE).figures(),
                Yardsticks.force(order.data(), BASELINE).figures());
        Series sale = new Series("sale, publish to answer, less the host's own time");
        Series withHost = new Series("sale, publish to answer");
        List<Sold> sold = selling.sellFor(order.each());
        Map<String, Long> hostMicros = host.microsSinceLastReading();
        sold.forEach(each -> {
            withHost.addNanos(each.nanos());
            Long own = hostMicros.get(each.stan());
            if (own != null) {
                sale.addMicros(each.nanos() / 1_000 - own);
            }
        });
        return new Sales(sale.figures(), withHost.figures(), baselines, together());
    }

    private Together together() {
        List<Selling> tills = new ArrayList<>();
        for (int i = 0; i < order.terminals(); i++) {
            Counter counter = i == 0 ? stage.first() : stage.another("Till " + (i + 1));
            tills.add(new Selling(counter));
        }
        Series series = new Series("sale, several at once");
        long start = System.nanoTime();
        long count = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Sold>>> all = tills.stream()
                    .map(till -> threads.submit(() -> till.sellFor(order.each())))
                    .toList();
            for (Future<List<Sold>> each : all) {
                List<Sold> sold = each.get();
                sold.forEach(one -> series.addNanos(one.nanos()));
                count += sold.size();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Together(order.terminals(), count / seconds, series.figures());
    }
}
