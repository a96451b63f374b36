package io.tillgate.portal;

import static io.tillgate.onboarding.rest.Applicants.as;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tillgate.stack.People;
import io.tillgate.stack.People.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the letter to the application, with nothing else in hand. */
@QuarkusTest
class FollowingAnInvitationIT {
    private static final String CHOSEN = "a-password-of-my-own";
    private static final Pattern ONE_TIME = Pattern.compile("One-time password: (\\S+)");

    @TestHTTPResource("/")
    @Nullable
    URI root;

    @BeforeEach
    void tenants_are_applied() {
        People.awaitTenants();
    }

    @Test
    void an_invited_person_signs_in_chooses_a_password_and_applies() {
        String email = "invited-" + UUID.randomUUID() + "@example.com";
        invite(email, 202);
        String first = passwords(email, 1).getFirst();
        invite(email, 202);
        String second = passwords(email, 2).stream()
                .filter(password -> !password.equals(first))
                .findFirst()
                .orElseThrow();

        signInAndChoose(email, second);

        Person owner = new Person("harbour", "merchant-owner", email, CHOSEN);
        as(owner).body(Map.of()).post("/api/v1/applications").then().statusCode(201);
        invite(email, 202);
        as(owner).get("/api/v1/applications").then().statusCode(200);
    }

    @Test
    void staff_let_in_without_a_password_get_a_letter_too() {
        String email = "colleague-" + UUID.randomUUID() + "@example.com";
        as(People.of("harbour", "acquirer-admin"))
                .body(Map.of(
                        "role",
                        "support",
                        "username",
                        "colleague-" + UUID.randomUUID().toString().substring(0, 8),
                        "email",
                        email))
                .post("/api/v1/staff")
                .then()
                .statusCode(201);

        signInAndChoose(email, passwords(email, 1).getFirst());

        Person colleague = new Person("harbour", "support", email, CHOSEN);
        as(colleague).get("/api/v1/merchants").then().statusCode(200);
        invite(email, 409);
    }

    private static void invite(String email, int status) {
        as(People.of("harbour", "underwriter"))
                .body(Map.of("email", email, "name", "Anna"))
                .post("/api/v1/applications/invitations")
                .then()
                .statusCode(status);
    }

    private void signInAndChoose(String email, String password) {
        PortalBrowser browser = new PortalBrowser(Objects.requireNonNull(root));
        try (BrowserContext context = browser.context("en-GB", 1280, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            page.navigate(browser.at("/portal/harbour"));
            browser.enter(page, new Person("harbour", "", email, password));
            page.fill("#password-new", CHOSEN);
            page.fill("#password-confirm", CHOSEN);
            page.press("#password-confirm", "Enter");
            page.waitForURL(browser.at("/portal/harbour"));
        } finally {
            browser.close();
        }
    }

    private static List<String> passwords(String email, int letters) {
        return await().atMost(Duration.ofSeconds(20)).until(() -> passwords(email), found -> found.size() == letters);
    }

    private static List<String> passwords(String email) {
        Path folder = Path.of(System.getProperty("tillgate.data"), "mail");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .map(FollowingAnInvitationIT::text)
                    .filter(text -> text.contains("\nTo: " + email + "\n"))
                    .map(ONE_TIME::matcher)
                    .filter(Matcher::find)
                    .map(found -> found.group(1))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
