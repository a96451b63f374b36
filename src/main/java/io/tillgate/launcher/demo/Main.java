package io.tillgate.launcher.demo;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** {@code ./tillgate demo [--json]}: exit code 0 when the whole story holds, 1 at the first step that does not. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        boolean machine = List.of(arguments).contains("--json");
        long start = System.nanoTime();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Narrator narrator = new Narrator(out, machine);
        boolean well = play(narrator, out);
        narrator.end(well, start);
        System.exit(well ? 0 : 1);
    }

    /** Tells the story against the installation in the data directory; true when every step held. */
    static boolean play(Narrator narrator, PrintStream out) {
        String data = System.getenv().getOrDefault("TILLGATE_DATA", ".tillgate");
        try {
            Running running = Running.from(Path.of(data, "up.json"));
            Cast cast = new Cast(
                    running, Long.toString(System.currentTimeMillis(), 36).toLowerCase(Locale.ROOT));
            new Beginning(cast).tell(narrator);
            new Selling(cast).tell(narrator);
            new Afterwards(cast).tell(narrator);
            new Settling(cast).tell(narrator);
            new Outsiders(cast).tell(narrator);
            return true;
        } catch (StoryBroken broken) {
            out.println("tillgate demo: " + broken.getMessage());
            return false;
        }
    }
}
