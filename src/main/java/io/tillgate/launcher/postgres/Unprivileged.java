package io.tillgate.launcher.postgres;

import com.sun.security.auth.module.UnixSystem;
import io.tillgate.launcher.process.CannotStart;
import java.io.IOException;
import java.util.List;

/** PostgreSQL refuses to run as root; as root we give it a user namespace in which it is nobody. */
final class Unprivileged {
    private static final List<String> NAMESPACE = List.of("unshare", "-U");

    private Unprivileged() {}

    /** What to put in front of a PostgreSQL program. */
    static List<String> prefix() {
        if (new UnixSystem().getUid() != 0) {
            return List.of();
        }
        if (!namespacesAllowed()) {
            throw new CannotStart(
                    "PostgreSQL does not run as root, and user namespaces are forbidden here: start as another user");
        }
        return NAMESPACE;
    }

    private static boolean namespacesAllowed() {
        try {
            return new ProcessBuilder("unshare", "-U", "true")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
