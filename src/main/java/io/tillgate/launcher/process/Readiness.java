package io.tillgate.launcher.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Waiting until a child answers 200 at its health address. */
public final class Readiness {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private Readiness() {}

    /** Returns when the address answers 200; fails with one line when the child ends or the time is over. */
    public static void await(Child child, URI health, Duration patience) {
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(ANSWER).build()) {
            await(child, () -> answers(client, health), patience);
        }
    }

    /** Returns when something accepts connections on the local port. */
    public static void awaitListening(Child child, int port, Duration patience) {
        await(child, () -> listens(port), patience);
    }

    private static void await(Child child, Look ready, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (!ready.see()) {
                if (!child.isAlive()) {
                    throw new CannotStart("%s stopped while starting (exit code %d): see %s"
                            .formatted(child.name(), child.exitCode(), child.log()));
                }
                if (System.nanoTime() > deadline) {
                    throw new CannotStart("%s was not ready within %d s: see %s"
                            .formatted(child.name(), patience.toSeconds(), child.log()));
                }
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted while " + child.name() + " was starting", e);
        }
    }

    private interface Look {
        boolean see() throws InterruptedException;
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean answers(HttpClient client, URI health) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(health).timeout(ANSWER).build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }
}
