package io.tillgate.terminals.mqtt;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.TrustOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** The servers of one node, one on each event loop, sharing a port. */
final class RunningGateway {
    private static final Logger LOG = Logger.getLogger(RunningGateway.class);
    private static final Duration CLOSE_MAX = Duration.ofSeconds(2);

    private final Gateway gateway;
    private final int port;
    private final List<String> deployments;

    private RunningGateway(Gateway gateway, int port, List<String> deployments) {
        this.gateway = gateway;
        this.port = port;
        this.deployments = List.copyOf(deployments);
    }

    int port() {
        return port;
    }

    /** One after another, since the first one finds the port for the others. */
    static Future<RunningGateway> open(Gateway gateway, KeyCertOptions key, TrustOptions trust) {
        int instances = gateway.config().instances().orElse(Runtime.getRuntime().availableProcessors());
        var port = new AtomicInteger(gateway.config().port());
        List<String> deployments = new ArrayList<>();
        Future<Void> all = Future.succeededFuture();
        for (int i = 0; i < instances; i++) {
            all = all.compose(done -> gateway.vertx()
                    .deployVerticle(new Listening(gateway, key, trust, port), new DeploymentOptions())
                    .map(id -> {
                        deployments.add(id);
                        return null;
                    }));
        }
        return all.map(done -> new RunningGateway(gateway, port.get(), deployments));
    }

    /**
     * Says 0x8B to every terminal at a steady pace, then closes. No will is published and nobody counts as lost. Blocks
     * its caller, at most the configured time and two seconds.
     */
    void drain() {
        List<TerminalConnection> all = List.copyOf(gateway.local().all());
        long pace = all.isEmpty() ? 0 : gateway.config().drain().toMillis() / all.size();
        var gone = new CountDownLatch(all.size());
        for (int i = 0; i < all.size(); i++) {
            TerminalConnection connection = all.get(i);
            gateway.vertx()
                    .setTimer(
                            Math.max(1, i * pace),
                            ignored -> connection.onLoopAlways(c -> {
                                c.cut(Cut.SHUTTING_DOWN);
                                gone.countDown();
                            }));
        }
        await(gone, gateway.config().drain().plus(CLOSE_MAX));
        var closed = new CountDownLatch(deployments.size());
        deployments.forEach(id -> gateway.vertx().undeploy(id).onComplete(done -> closed.countDown()));
        await(closed, CLOSE_MAX);
    }

    private static void await(CountDownLatch latch, Duration longest) {
        try {
            if (!latch.await(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("some terminals did not take leave in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
