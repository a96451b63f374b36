package io.tillgate.launcher;

import io.tillgate.launcher.DemoUsers.Tenant;
import io.tillgate.launcher.DemoUsers.User;
import io.tillgate.launcher.demo.FirstMerchants;
import io.tillgate.launcher.demo.FirstMerchants.People;
import io.tillgate.launcher.demo.FirstMerchants.Person;
import io.tillgate.launcher.process.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The two merchants of each shipped tenant, made once per installation through the front doors. */
final class Merchants {
    private Merchants() {}

    static void makeOnce(Installation installation, Progress progress) {
        var done = installation.places().firstMerchants();
        if (Files.exists(done)) {
            return;
        }
        long start = System.nanoTime();
        try {
            FirstMerchants.ensure(
                    "http://localhost:" + installation.ports().of(Ports.Use.HTTP),
                    "http://localhost:" + installation.ports().of(Ports.Use.KEYCLOAK),
                    "tillgate-cli",
                    installation.users().tenants().stream()
                            .map(Merchants::people)
                            .toList());
            Files.writeString(done, "made\n");
        } catch (RuntimeException | IOException e) {
            throw new CannotStart("the first merchants could not be made: " + e.getMessage(), e);
        }
        progress.done("First merchants of each tenant", Duration.ofNanos(System.nanoTime() - start));
    }

    private static People people(Tenant tenant) {
        List<Person> owners = tenant.users().stream()
                .filter(user -> user.role().equals("merchant-owner"))
                .map(Merchants::person)
                .toList();
        Optional<Person> manager = tenant.users().stream()
                .filter(user -> user.role().equals("merchant-manager"))
                .findFirst()
                .map(Merchants::person);
        Person underwriter = tenant.users().stream()
                .filter(user -> user.role().equals("underwriter"))
                .findFirst()
                .map(Merchants::person)
                .orElseThrow();
        return new People(tenant.slug(), owners, underwriter, manager);
    }

    private static Person person(User user) {
        return new Person(user.username(), user.password(), user.email());
    }
}
