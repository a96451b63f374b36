package io.tillgate.portal.frame;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Our own styles and scripts. Their addresses carry a version, so that a new release is never drawn with old ones. */
@ApplicationScoped
class Assets {
    private static final List<String> FILES = List.of(
            "portal.css", "portal.js", "upload.js", "charts.js", "shop.css", "desk.css", "desk.js", "icons.svg");

    private final String version = digest();

    String version() {
        return version;
    }

    private static String digest() {
        try {
            MessageDigest all = MessageDigest.getInstance("SHA-256");
            for (String file : FILES) {
                try (InputStream in = Assets.class.getResourceAsStream("/META-INF/resources/portal-assets/" + file)) {
                    if (in == null) {
                        throw new IllegalStateException("no " + file);
                    }
                    all.update(in.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(all.digest(), 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
