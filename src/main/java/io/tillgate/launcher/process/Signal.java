package io.tillgate.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Signals that {@link ProcessHandle} cannot send. PostgreSQL reads INT as "stop now, cleanly" and QUIT as "stop at once". */
public enum Signal {
    INT,
    QUIT,
    TERM,
    KILL;

    public void sendTo(long pid) {
        try {
            // the shell's own kill: the program of that name is missing from small systems
            new ProcessBuilder("sh", "-c", "kill -" + name() + " " + pid)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
