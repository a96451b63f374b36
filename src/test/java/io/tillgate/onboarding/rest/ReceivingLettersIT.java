package io.tillgate.onboarding.rest;

import static io.tillgate.onboarding.rest.Applicants.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.tillgate.stack.People;
import io.tillgate.stack.People.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Letters as they lie in the folder: in the reader's language, with words instead of codes, and with no secret. */
@QuarkusTest
class ReceivingLettersIT {
    @BeforeEach
    void tenants_are_applied() {
        People.awaitTenants();
    }

    @ParameterizedTest
    @CsvSource({"en, You apply online", "zh, 诚邀您为门店开通刷卡收款"})
    void an_invitation_leads_to_the_portal(String language, String words) {
        String email = "invited-" + UUID.randomUUID() + "@example.com";
        as(People.of("harbour", "underwriter"))
                .body(Map.of("email", email, "name", "Anna", "language", language))
                .post("/api/v1/applications/invitations")
                .then()
                .statusCode(202);

        String letter = letter("To: " + email, words);

        assertThat(letter).contains("/portal/harbour\n");
        assertThat(letter.substring(letter.indexOf("http")))
                .as("an address everybody may know")
                .doesNotContain("?", "token", "code=");
    }

    @Test
    void a_refusal_is_explained_without_what_must_stay_inside() {
        Person owner = Applicants.newOwner("harbour");
        String id = Applicants.submitted(owner, "Sorry To Say");
        as(People.of("harbour", "underwriter"))
                .body(Map.of("decision", "refuse", "reasons", List.of("CATEGORY_NOT_SERVED", "SANCTIONS_HIT")))
                .post("/api/v1/applications/" + id + "/review")
                .then()
                .statusCode(200);

        letter(id, "正在审核");
        String letter = letter(id, "感谢您的申请");

        assertThat(letter).contains("我们暂不服务该行业").doesNotContain("SANCTIONS", "CATEGORY_NOT_SERVED");
    }

    private static String letter(String about, String words) {
        return Objects.requireNonNull(await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> letters().stream()
                                .filter(letter -> letter.contains(about) && letter.contains(words))
                                .findFirst()
                                .orElse(null),
                        Objects::nonNull));
    }

    private static List<String> letters() {
        Path folder = Path.of(System.getProperty("tillgate.data"), "mail");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .map(ReceivingLettersIT::text)
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
