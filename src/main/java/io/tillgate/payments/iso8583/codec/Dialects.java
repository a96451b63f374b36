package io.tillgate.payments.iso8583.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The dialects that come with the service, by name: files {@code dialects/<name>.yaml} on the class path. */
public final class Dialects {
    private static final String FOLDER = "dialects/";

    private Dialects() {}

    /** Reads and checks the file.
     *
     * @throws IllegalArgumentException when there is no such dialect or its file is wrong, saying where */
    public static Dialect named(String name) {
        if (!name.matches("[a-z0-9-]{1,60}")) {
            throw new IllegalArgumentException("no dialect has such a name");
        }
        return DialectFile.read(name, merged(yaml(FOLDER + name + ".yaml")));
    }

    /** A file over the file it extends: its settings win, its fields are laid over the other's. */
    private static Map<String, Object> merged(Map<String, Object> own) {
        Object parent = own.get("extends");
        if (parent == null) {
            return own;
        }
        Map<String, Object> merged = new HashMap<>(merged(yaml(FOLDER + parent + ".yaml")));
        own.forEach((key, value) -> merged.merge(key, value, Dialects::overlaid));
        return merged;
    }

    private static Object overlaid(Object below, Object above) {
        if (below instanceof Map<?, ?> under && above instanceof Map<?, ?> over) {
            Map<Object, Object> both = new HashMap<>(under);
            both.putAll(over);
            return both;
        }
        return above;
    }

    private static Map<String, Object> yaml(String path) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (InputStream file = Dialects.class.getClassLoader().getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalArgumentException("no file " + path);
            }
            return new Yaml(new SafeConstructor(options)).load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
