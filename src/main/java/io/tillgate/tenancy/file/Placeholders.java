package io.tillgate.tenancy.file;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Replaces {@code ${NAME:default}} by what the deployment says for NAME, or by the default. */
final class Placeholders implements Function<String, String> {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z][A-Za-z0-9_.-]{0,99})(?::([^}]*))?}");

    private final Function<String, Optional<String>> deployment;

    Placeholders(Function<String, Optional<String>> deployment) {
        this.deployment = deployment;
    }

    /**
     * The text with every placeholder replaced.
     *
     * @throws IllegalArgumentException if a name has neither a value nor a default; the value is then a mistake
     */
    @Override
    public String apply(String text) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(resolve(match.group(1), match.group(2))));
    }

    private String resolve(String name, @Nullable String otherwise) {
        return deployment.apply(name).orElseGet(() -> {
            if (otherwise == null) {
                throw new IllegalArgumentException("no value for " + name);
            }
            return otherwise;
        });
    }
}
