package io.tillgate.deploy;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A program of this machine, run in a directory with some variables; its output is bounded by its patience only. */
record Tool(Path program, Path directory, Map<String, String> variables) {
    private static final long MINUTES = 5;

    /** @param output standard output, without standard error unless the program failed */
    record Result(int code, String output) {
        boolean isGood() {
            return code == 0;
        }
    }

    /** The program on the path, or null. */
    static @Nullable Path find(String name) {
        return Stream.of(String.valueOf(System.getenv("PATH")).split(File.pathSeparator))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    Result run(List<String> arguments) {
        try {
            Path errors = Files.createTempFile("tool", ".err");
            Path output = Files.createTempFile("tool", ".out");
            try {
                int code = started(arguments, output, errors);
                String said = Files.readString(output, StandardCharsets.UTF_8);
                return new Result(code, code == 0 ? said : said + Files.readString(errors, StandardCharsets.UTF_8));
            } finally {
                Files.delete(errors);
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int started(List<String> arguments, Path output, Path errors) throws IOException {
        var builder = new ProcessBuilder(Stream.concat(Stream.of(program.toString()), arguments.stream())
                        .toList())
                .directory(directory.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().putAll(variables);
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(program + " took more than " + MINUTES + " minutes");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new IllegalStateException(e);
        }
    }
}
