package io.tillgate.launcher;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tillgate.launcher.Ports.Use;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code up.json}: where a running installation is and how to sign in, for programs. It exists exactly while everything
 * runs, with mode 0600.
 *
 * @param ca path of the PEM file to trust for https, device and mqtts
 * @param replay {@code running} while demo data is being caught up, {@code incomplete} where it failed or owes payouts, otherwise {@code done}
 * @param replayProgress how far, while it runs and after it failed; otherwise absent
 * @param pid of the supervisor
 * @param pids of its children by name; an entry changes when a child was restarted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UpFile(
        String http,
        String https,
        String device,
        String mqtts,
        String ca,
        String keycloak,
        Simulators simulators,
        String replay,
        @Nullable ReplayProgress replayProgress,
        long pid,
        Map<String, Long> pids,
        ApiClient apiClient,
        Platform platform,
        List<Tenant> tenants) {
    /**
     * How far the demo data is.
     *
     * @param done steps of {@code of}
     * @param step what was done last
     * @param failure what it ended with, if not well
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReplayProgress(
            int done, int of, String step, @Nullable String failure) {}

    record Simulators(String cardHost, String bank) {}

    /** A public client with the password grant, so that programs can act as a user. */
    record ApiClient(String clientId) {}

    record Platform(String realm, List<User> users) {}

    record Tenant(String slug, String realm, List<User> users, DemoUsers.BankClient bankClient) {}

    /** Somebody of the embedded installation, as far as a program needs it to sign in. */
    record User(String role, String username, String password) {
        static List<User> of(List<DemoUsers.User> users) {
            return users.stream()
                    .map(user -> new User(user.role(), user.username(), user.password()))
                    .toList();
        }

        @Override
        public String toString() {
            return username;
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    static UpFile of(Installation installation, Map<String, Long> pids, ReplayState replay) {
        Ports ports = installation.ports();
        DemoUsers users = installation.users();
        return new UpFile(
                local("http", ports.of(Use.HTTP)),
                local("https", ports.of(Use.HTTPS)),
                local("https", ports.of(Use.DEVICE)),
                "localhost:" + ports.of(Use.MQTT),
                installation.certificate().authority().toString(),
                local("http", ports.of(Use.KEYCLOAK)),
                new Simulators(local("http", ports.of(Use.SIMULATOR)), local("http", ports.of(Use.BANK))),
                replay.word(),
                replay.progress(),
                ProcessHandle.current().pid(),
                pids,
                new ApiClient("tillgate-cli"),
                new Platform(users.platform().realm(), User.of(users.platform().users())),
                users.tenants().stream()
                        .map(tenant ->
                                new Tenant(tenant.slug(), tenant.realm(), User.of(tenant.users()), tenant.bankClient()))
                        .toList());
    }

    void write(Places places) {
        try {
            PrivateFile.write(
                    places.upFile(), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of texts always become JSON", e);
        }
    }

    static void remove(Places places) {
        try {
            Files.deleteIfExists(places.upFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String local(String scheme, int port) {
        return scheme + "://localhost:" + port;
    }
}
