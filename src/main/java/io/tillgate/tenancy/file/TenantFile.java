package io.tillgate.tenancy.file;

import io.tillgate.tenancy.TenantFileMistake;
import io.tillgate.tenancy.TenantSettings;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A tenant file that passed every check.
 *
 * @param settings what it says
 * @param tree the same as plain maps, lists, strings, numbers and booleans, placeholders resolved; written as JSON it can
 *     be read again
 * @param lines where each path stands
 */
public record TenantFile(TenantSettings settings, Map<String, Object> tree, Map<String, Integer> lines) {
    private static final int CHARACTERS_MAX = 256 * 1024;
    private static final int DEPTH_MAX = 16;

    /** What reading a file gives. */
    public sealed interface Reading {
        record Accepted(TenantFile file) implements Reading {}

        /** In the order of the lines, never empty, at most a hundred. */
        record Mistaken(List<TenantFileMistake> mistakes) implements Reading {}
    }

    /**
     * Reads and checks one document.
     *
     * @param file its name, for messages
     * @param text YAML or JSON, at most 256 Ki characters
     * @param deployment the value of a placeholder's name, if the deployment has one
     */
    public static Reading read(String file, String text, Function<String, Optional<String>> deployment) {
        Mistakes mistakes = new Mistakes(file);
        Placeholders placeholders = new Placeholders(deployment);
        Node root = compose(text, mistakes);
        TenantSettings settings = null;
        if (root != null && Trees.isPlain(root, mistakes)) {
            Section section = new Section(root, "", mistakes, placeholders);
            settings = SettingsReader.settings(section);
            section.end();
        }
        List<TenantFileMistake> found = mistakes.inOrder();
        return settings == null || root == null || !found.isEmpty()
                ? new Reading.Mistaken(found)
                : new Reading.Accepted(new TenantFile(settings, Trees.mapping(root, placeholders), mistakes.lines()));
    }

    private static @Nullable Node compose(String text, Mistakes mistakes) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(CHARACTERS_MAX);
        options.setNestingDepthLimit(DEPTH_MAX);
        options.setMaxAliasesForCollections(1);
        try {
            Node root = new Yaml(options).compose(new StringReader(text));
            if (root == null) {
                mistakes.at(1, "", "the file is empty");
            }
            return root;
        } catch (MarkedYAMLException malformed) {
            Mark mark = malformed.getProblemMark();
            mistakes.at(mark == null ? 1 : mark.getLine() + 1, "", "not well-formed YAML: " + malformed.getProblem());
        } catch (YAMLException unreadable) {
            mistakes.at(1, "", "cannot be read as YAML of at most " + CHARACTERS_MAX / 1024 + " Ki characters");
        }
        return null;
    }
}
