package io.tillgate.platform.identity;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pages of one tenant: {@code /portal/{slug}} and what is below it. */
public final class PortalPath {
    private static final Pattern PATH = Pattern.compile("/portal/([a-z][a-z0-9-]{1,31})(?:/.*)?");

    private PortalPath() {}

    public static String of(String slug) {
        return "/portal/" + slug;
    }

    public static Optional<String> slug(String path) {
        Matcher match = PATH.matcher(path);
        return match.matches() ? Optional.of(match.group(1)) : Optional.empty();
    }
}
