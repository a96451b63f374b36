package io.tillgate.launcher.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to start.
 *
 * @param name as people know it, also the name of its log and pid file
 * @param command the executable and its arguments; never a secret, other users can read it
 * @param environment variables added to ours; secrets belong here
 * @param home the working directory
 */
public record Program(String name, List<String> command, Map<String, String> environment, Path home) {
    public Program {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** Keeps secrets out of messages. */
    @Override
    public String toString() {
        return name;
    }
}
