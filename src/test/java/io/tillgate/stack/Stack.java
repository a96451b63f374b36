package io.tillgate.stack;

import io.tillgate.launcher.EmbeddedStack;
import io.tillgate.launcher.Places;
import io.tillgate.launcher.Ports;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The stack of this test run. Tests that need more than the service's own configuration ask it. */
public final class Stack implements AutoCloseable {
    private static @Nullable Stack running;

    private final EmbeddedStack embedded;

    private Stack(EmbeddedStack embedded) {
        this.embedded = embedded;
    }

    /** The running stack; fails when the test is not run by Failsafe. */
    public static EmbeddedStack running() {
        Stack current = running;
        if (current == null) {
            throw new IllegalStateException("no stack: run this test with ./tillgate verify -Dit.test=<class>");
        }
        return current.embedded;
    }

    static Stack start() {
        Path base = Path.of(System.getProperty("tillgate.basedir", "")).toAbsolutePath();
        Places places = Places.at(base, base.resolve("target").resolve("stack"));
        EmbeddedStack embedded = EmbeddedStack.startFresh(places, Ports.anyFree());
        embedded.settings().asMap().forEach(System::setProperty);
        System.setProperty("quarkus.http.test-port", "0");
        System.setProperty("quarkus.http.test-ssl-port", "0");
        Stack stack = new Stack(embedded);
        running = stack;
        return stack;
    }

    @Override
    public void close() {
        running = null;
        embedded.close();
    }
}
