package io.tillgate.launcher;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** What a person sees while things start: one line for each thing that is done, with its time. */
public final class Progress {
    private final PrintStream out;

    public Progress(PrintStream out) {
        this.out = out;
    }

    /** Nobody watches. */
    public static Progress silent() {
        return new Progress(new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    }

    /** Runs the work and prints the line with the seconds it took. */
    public void during(String line, Runnable work) {
        long start = System.nanoTime();
        work.run();
        done(line, Duration.ofNanos(System.nanoTime() - start));
    }

    /** One thing is done. */
    public void done(String line, Duration taken) {
        say(String.format(Locale.ROOT, "  %-42s %5.1f s", line, taken.toMillis() / 1000.0));
    }

    /** A line as it is. */
    public synchronized void say(String line) {
        out.println(line);
        out.flush();
    }
}
