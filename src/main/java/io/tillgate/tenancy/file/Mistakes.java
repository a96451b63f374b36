package io.tillgate.tenancy.file;

import io.tillgate.tenancy.TenantFileMistake;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.Node;

/** Everything found wrong in one file so far, at most {@link #MAX}. */
final class Mistakes {
    static final int MAX = 100;

    private final String file;
    private final List<TenantFileMistake> found = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();

    Mistakes(String file) {
        this.file = file;
    }

    /** Remembers where a path stands, for mistakes that are found after reading. */
    void seen(Node node, String path) {
        lines.put(path, node.getStartMark().getLine() + 1);
    }

    Map<String, Integer> lines() {
        return Map.copyOf(lines);
    }

    void at(Node node, String path, String message) {
        at(node.getStartMark().getLine() + 1, path, message);
    }

    void at(int line, String path, String message) {
        if (found.size() < MAX) {
            found.add(new TenantFileMistake(file, line, path, message));
        }
    }

    /** In the order of the file's lines. */
    List<TenantFileMistake> inOrder() {
        return found.stream()
                .sorted(Comparator.comparingInt(TenantFileMistake::line))
                .toList();
    }
}
