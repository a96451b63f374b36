package io.tillgate.launcher.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.Locale;

/** Tells each step in one line, for people or for machines. */
final class Narrator {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintStream out;
    private final boolean machine;
    private int step;

    Narrator(PrintStream out, boolean machine) {
        this.out = out;
        this.machine = machine;
    }

    /** Runs a step and tells what it proved, or that it failed. */
    void step(String title, Step step) {
        long start = System.nanoTime();
        this.step++;
        try {
            String proof = step.run();
            tell(title, "ok", proof, start);
        } catch (RuntimeException broken) {
            tell(title, "failed", String.valueOf(broken.getMessage()), start);
            throw new StoryBroken("step " + this.step + ": " + broken);
        }
    }

    void end(boolean well, long startNanos) {
        long millis = millisSince(startNanos);
        if (machine) {
            out.println(JSON.createObjectNode()
                    .put("steps", step)
                    .put("result", well ? "ok" : "failed")
                    .put("millis", millis));
        } else {
            out.println(String.format(
                    Locale.ROOT,
                    "%s: %d steps in %.1f s",
                    well ? "The story holds" : "The story broke",
                    step,
                    millis / 1000.0));
        }
    }

    private void tell(String title, String result, String proof, long start) {
        if (machine) {
            ObjectNode line = JSON.createObjectNode();
            line.put("step", step).put("title", title).put("result", result).put("proof", proof);
            line.put("millis", millisSince(start));
            out.println(line);
        } else {
            out.println(String.format(
                    Locale.ROOT, "%2d %-6s %s — %s (%d ms)", step, result, title, proof, millisSince(start)));
        }
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    /** What happens, and how it was proved. */
    @FunctionalInterface
    interface Step {
        String run();
    }
}
