package io.tillgate.launcher;

import io.tillgate.launcher.Ports.Use;
import java.time.Duration;

/** What a person reads when everything runs. */
final class Banner {
    private Banner() {}

    static void print(Progress progress, Installation installation, long nanosTaken) {
        Ports ports = installation.ports();
        String slugs = String.join(
                ", ",
                installation.users().tenants().stream()
                        .map(DemoUsers.Tenant::slug)
                        .toList());
        progress.say("""

                Tillgate is ready (%.1f s)

                  portal      https://localhost:%d/portal/<tenant>   tenants: %s
                  API         http://localhost:%d/api/v1
                  terminals   https://localhost:%d (enrolment), mqtts://localhost:%d
                  Keycloak    http://localhost:%d
                  users       %s
                  for tools   %s

                  Trust the certificates: curl --cacert %s
                  Your browser will warn until you import that file as an authority.
                  Stop with Ctrl-C; everything is kept in %s
                """.formatted(
                        nanosTaken / (double) Duration.ofSeconds(1).toNanos(),
                        ports.of(Use.HTTPS),
                        slugs.isEmpty() ? "none" : slugs,
                        ports.of(Use.HTTP),
                        ports.of(Use.DEVICE),
                        ports.of(Use.MQTT),
                        ports.of(Use.KEYCLOAK),
                        installation.places().demoUsers(),
                        installation.places().upFile(),
                        installation.certificate().authority(),
                        installation.places().data()));
    }
}
