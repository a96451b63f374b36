package io.tillgate.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tillgate.launcher.demo.FirstMerchants;
import io.tillgate.launcher.process.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The people of an embedded installation, kept in {@code demo-users.json} with mode 0600: the same passwords at every start. A
 * tenant file that is new gets its people at the next start. The service creates them in Keycloak.
 *
 * @param platform who runs the platform
 * @param tenants one entry for each tenant file, in the order of their slugs
 */
public record DemoUsers(Platform platform, List<Tenant> tenants) {
    /** Who runs the platform, in a realm of their own. */
    public record Platform(String realm, List<User> users) {}

    /** A tenant's people and its bank. The slug is the name of the tenant's file and of its realm. */
    public record Tenant(String slug, String realm, List<User> users, BankClient bankClient) {}

    /** One person with one of the platform's roles. */
    public record User(String role, String username, String password, String email) {
        @Override
        public String toString() {
            return username;
        }
    }

    /** The client with which the tenant's bank signs in. */
    public record BankClient(String clientId, String clientSecret) {
        @Override
        public String toString() {
            return clientId;
        }
    }

    private record Cast(String role, String username) {}

    /** Let in by the first owner with the first merchant ({@link FirstMerchants}), as managers are. */
    private static final Cast MANAGER = new Cast("merchant-manager", "manager.one");

    private static final List<Cast> CAST = List.of(
            new Cast("merchant-owner", "owner.one"),
            new Cast("merchant-owner", "owner.two"),
            MANAGER,
            new Cast("acquirer-admin", "admin.one"),
            new Cast("acquirer-admin", "admin.two"),
            new Cast("underwriter", "underwriter"),
            new Cast("risk-analyst", "analyst"),
            new Cast("finance", "finance.one"),
            new Cast("finance", "finance.two"),
            new Cast("support", "support"));

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads the file, adds people for tenants that have none yet, and writes it back when that changed something. */
    public static DemoUsers of(Places places) {
        Path file = places.demoUsers();
        DemoUsers kept = Files.exists(file) ? read(file) : new DemoUsers(newPlatform(), List.of());
        List<Tenant> tenants =
                slugs(places.tenants()).stream().map(kept::tenantOrNew).toList();
        DemoUsers complete = new DemoUsers(kept.platform, tenants);
        if (!complete.equals(kept) || !Files.exists(file)) {
            write(file, complete);
        }
        return complete;
    }

    /** The names of the tenant files without their ending. */
    static List<String> slugs(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new CannotStart("the tenant files in " + directory + " cannot be listed", e);
        }
    }

    private Tenant tenantOrNew(String slug) {
        return tenants.stream()
                .filter(tenant -> tenant.slug.equals(slug))
                .findFirst()
                .orElseGet(() -> new Tenant(
                        slug,
                        slug,
                        CAST.stream()
                                .filter(cast -> !cast.equals(MANAGER) || FirstMerchants.isFor(slug))
                                .map(cast -> user(cast, slug))
                                .toList(),
                        new BankClient("bank", Secrets.password() + Secrets.password())));
    }

    private static Platform newPlatform() {
        return new Platform("platform", List.of(user(new Cast("operator", "operator"), "platform")));
    }

    private static User user(Cast cast, String realm) {
        return new User(cast.role, cast.username, Secrets.password(), cast.username + "@" + realm + ".example");
    }

    private static DemoUsers read(Path file) {
        try {
            return JSON.readValue(file.toFile(), DemoUsers.class);
        } catch (IOException e) {
            throw new CannotStart(file + " cannot be read: remove it to get new demo users", e);
        }
    }

    private static void write(Path file, DemoUsers users) {
        try {
            PrivateFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(users));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of texts always become JSON", e);
        }
    }
}
