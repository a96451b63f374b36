package io.tillgate.launcher.postgres;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How the embedded PostgreSQL is configured. Everything is on the command line, so that no file in the data directory can
 * make an installation forgetful.
 */
final class ClusterSettings {
    /** What a commit promises. Checked with {@code show} after every start. */
    static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    private static final Map<String, String> USUAL = Map.of(
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "password_encryption", "scram-sha-256",
            "max_connections", "150",
            "shared_buffers", "192MB",
            "effective_cache_size", "768MB",
            "max_wal_size", "1GB",
            "timezone", "UTC",
            "log_line_prefix", "%m [%p] %u@%d ");

    private ClusterSettings() {}

    static List<String> arguments(Path directory, int port) {
        Stream<String> fixed = Stream.of("-D", directory.toString(), "-p", Integer.toString(port));
        Stream<String> settings = Stream.of(USUAL, DURABLE)
                .flatMap(map -> map.entrySet().stream().sorted(Map.Entry.comparingByKey()))
                .flatMap(setting -> Stream.of("-c", setting.getKey() + "=" + setting.getValue()));
        return Stream.concat(fixed, settings).toList();
    }
}
