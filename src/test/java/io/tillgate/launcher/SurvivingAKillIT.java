package io.tillgate.launcher;

import static io.tillgate.launcher.demo.OpenShop.basket;
import static io.tillgate.launcher.demo.OpenShop.cardSale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tillgate.launcher.demo.Lane;
import io.tillgate.launcher.demo.OpenShop;
import io.tillgate.launcher.demo.OpenShop.Article;
import io.tillgate.launcher.process.Signal;
import io.tillgate.simulator.till.Till;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The whole installation as it is delivered, with its built service: the demo twice, then tills that sell while the
 * service is killed with -9. No charge without a record, no approval lost, nothing charged twice.
 */
class SurvivingAKillIT {
    private static final int KILLS = 3;
    private static final int TILLS = 2;
    private static final Duration BACK_WITHIN = Duration.ofSeconds(40);
    private static final Duration REPAID_WITHIN = Duration.ofSeconds(40);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> ports = RunningLauncher.freePorts();
    private final AtomicBoolean selling = new AtomicBoolean(true);
    private final Path data = RunningLauncher.workingCopy().resolve("target/killed");

    @Test
    void every_request_has_one_answer_that_host_and_ledger_agree_with() throws Exception {
        emptied(data);
        try (RunningLauncher up = RunningLauncher.up(data, ports, "postgres,keycloak,simulators,service")) {
            up.awaitReady();
            assertThat(demo()).as("the first demo").isZero();
            assertThat(demo()).as("the second demo").isZero();

            OpenShop shop = OpenShop.in(data);
            Article article = shop.article(100);
            List<Lane> lanes = Stream.generate(shop::lane).limit(TILLS).toList();
            long receivable = shop.balance("card-host-receivable");
            // a host that takes its time: most kills then hit a payment between its two commits
            ObjectNode slow = OpenShop.json().put("fault", "delay").put("count", 10_000);
            slow.put("delayMillis", 250).putObject("match").put("mti", "0200");
            shop.host().order(slow);
            List<Sold> sales = sellWhileKilled(lanes, article);
            shop.host().behave();
            long asked = sales.stream().filter(sale -> sale.tries() > 1).count();
            System.out.printf("sold %d, of which %d were asked again%n", sales.size(), asked);

            sales.forEach(sale -> assertThat(sale.lane().ask(sale.id(), sale.body()))
                    .as("the answer of " + sale.id())
                    .isEqualTo(sale.answer()));
            await().atMost(REPAID_WITHIN).pollInterval(Duration.ofMillis(500)).until(() -> nothingIsOwed(shop));
            agree(shop, lanes, sales, receivable);
            assertThat(shop.stock(article))
                    .isEqualTo(100 - sales.stream().filter(Sold::approved).count());
        }
    }

    private static void agree(OpenShop shop, List<Lane> lanes, List<Sold> sales, long receivable) {
        for (Lane lane : lanes) {
            List<String> approved = sales.stream()
                    .filter(sale -> sale.lane() == lane && sale.approved())
                    .map(sale -> sale.answer().get("stan").asText())
                    .toList();
            List<String> charged = shop.host().of(lane).stream()
                    .filter(entry -> entry.get("state").asText().equals("APPROVED"))
                    .map(entry -> entry.get("stan").asText())
                    .toList();
            assertThat(charged).as("charged at " + lane.number()).containsExactlyInAnyOrderElementsOf(approved);
        }
        long atHost = lanes.stream().mapToLong(shop.host()::charged).sum();
        assertThat(shop.balance("card-host-receivable") - receivable).isEqualTo(atHost);
        assertThat(shop.asFinance("/api/v1/payments?state=armed").get("items")).isEmpty();
    }

    private static boolean nothingIsOwed(OpenShop shop) {
        return shop.asFinance("/api/v1/payments/duties?state=owed").get("items").isEmpty();
    }

    /** One request with the first answer that came, however often it had to be asked for. */
    private record Sold(Lane lane, String id, ObjectNode body, JsonNode answer, int tries) {
        boolean approved() {
            return answer.get("outcome").asText().equals("approved");
        }
    }

    private List<Sold> sellWhileKilled(List<Lane> lanes, Article article) throws Exception {
        long seed = System.nanoTime();
        System.out.println("kills at random moments of seed " + seed);
        Random random = new Random(seed);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Sold>>> tills = lanes.stream()
                    .map(lane -> threads.submit((Callable<List<Sold>>) () -> sell(lane, article)))
                    .toList();
            try {
                for (int kill = 0; kill < KILLS; kill++) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(700, 2_500)));
                    killTheService();
                }
            } finally {
                selling.set(false);
            }
            List<Sold> sales = new ArrayList<>();
            for (Future<List<Sold>> till : tills) {
                sales.addAll(till.get());
            }
            return sales;
        }
    }

    private List<Sold> sell(Lane lane, Article article) {
        List<Sold> sales = new ArrayList<>();
        while (selling.get()) {
            ObjectNode body = cardSale(basket(article, 1), lane);
            String id = Till.newId();
            int tries = 1;
            JsonNode answer = tryToAsk(lane, id, body);
            while (answer.path("outcome").asText("error").equals("error")) {
                tries++;
                answer = tryToAsk(lane, id, body);
            }
            sales.add(new Sold(lane, id, body, answer, tries));
            // a customer comes to the till
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(60));
        }
        return sales;
    }

    /** A till that gets no answer connects again, and asks again; anything but an answer is an empty object. */
    private static JsonNode tryToAsk(Lane lane, String id, ObjectNode body) {
        try {
            return lane.ask(id, body, Duration.ofSeconds(6));
        } catch (RuntimeException lost) {
            reconnect(lane);
            return OpenShop.json();
        }
    }

    private static void reconnect(Lane lane) {
        await().atMost(BACK_WITHIN.plusSeconds(20))
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .until(() -> {
                    lane.reconnect();
                    return true;
                });
    }

    private void killTheService() throws IOException {
        long pid = servicePid();
        Signal.KILL.sendTo(pid);
        await().atMost(BACK_WITHIN)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() -> servicePid() != pid && isReady());
    }

    private long servicePid() throws IOException {
        return JSON.readTree(data.resolve("up.json").toFile())
                .path("pids")
                .path("service")
                .asLong();
    }

    private boolean isReady() throws IOException {
        URI health = URI.create("http://127.0.0.1:" + ports.get("TILLGATE_HTTP_PORT") + "/q/health/ready");
        return ((HttpURLConnection) health.toURL().openConnection()).getResponseCode() == 200;
    }

    private int demo() throws Exception {
        Path target = RunningLauncher.workingCopy().resolve("target");
        ProcessBuilder builder = new ProcessBuilder(
                        Places.java(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        target.resolve("classes") + ":" + Files.readString(target.resolve("launcher.classpath")),
                        "io.tillgate.launcher.demo.Main")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolve("demo.log").toFile()));
        builder.environment().put("TILLGATE_DATA", data.toString());
        Process demo = builder.start();
        try {
            assertThat(demo.waitFor(60, TimeUnit.SECONDS)).as("the demo ends").isTrue();
            return demo.exitValue();
        } finally {
            demo.destroyForcibly();
        }
    }

    static void emptied(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(directory);
    }
}
