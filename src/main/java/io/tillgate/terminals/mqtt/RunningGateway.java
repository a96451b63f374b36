package io.tillgate.terminals.mqtt;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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

    /** One after another; where any port will do, all listen on one that is free now. */
    static Future<RunningGateway> open(Gateway gateway, KeyCertOptions key, TrustOptions trust) {
        int instances = gateway.config().instances().orElse(Runtime.getRuntime().availableProcessors());
        int port;
        try {
            port = gateway.config().port() == 0
                    ? free(gateway.config().host())
                    : gateway.config().port();
        } catch (IOException fault) {
            return Future.failedFuture(fault);
        }
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
        return all.map(done -> new RunningGateway(gateway, port, deployments));
    }

    /** Several servers share a port only when each asks for the same number. */
    private static int free(String host) throws IOException {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(host, 0));
            return socket.getLocalPort();
        }
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
