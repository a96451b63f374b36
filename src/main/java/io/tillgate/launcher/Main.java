package io.tillgate.launcher;

import io.tillgate.launcher.process.CannotStart;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * What {@code ./tillgate} hands over to: {@code prepare}, {@code up}, {@code dev}, {@code demo}, {@code bench}. Exit code 0
 * for done, 1 with one line for what cannot be done, 2 for a verb it does not know, 130 and 143 after Ctrl-C and SIGTERM.
 */
public final class Main {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Main() {}

    public static void main(String[] arguments) {
        String verb = arguments.length == 0 ? "" : arguments[0];
        String[] rest = arguments.length == 0 ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length);
        try {
            switch (verb) {
                case "prepare" -> new Preparation(Places.fromEnvironment(), new Progress(System.out)).run();
                case "up" -> up(rest);
                case "dev" -> System.exit(Session.dev());
                case "demo" -> handOver("io.tillgate.launcher.demo.Main", verb, rest);
                case "bench" -> handOver("io.tillgate.launcher.bench.Main", verb, rest);
                default -> fail("unknown verb '" + verb + "': see ./tillgate help", MISUSED);
            }
        } catch (CannotStart e) {
            fail(e.line(), FAILED);
        } catch (UncheckedIOException e) {
            fail("a file could not be read or written: " + e.getMessage(), FAILED);
        }
    }

    /** {@code --no-replay} leaves a new installation without demo data, as TILLGATE_REPLAY=off does. */
    private static void up(String[] options) {
        for (String option : options) {
            if (!option.equals("--no-replay")) {
                fail("unknown option '" + option + "' of up: there is --no-replay", MISUSED);
            }
        }
        Session.up(options.length == 0);
    }

    private static void handOver(String type, String verb, String[] arguments) {
        try {
            Class.forName(type).getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (ClassNotFoundException e) {
            throw new CannotStart("'" + verb + "' is not part of this build yet", e);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new IllegalStateException(type + " has no main", e);
        }
    }

    private static void fail(String line, int code) {
        System.err.println("tillgate: " + line);
        System.exit(code);
    }
}
