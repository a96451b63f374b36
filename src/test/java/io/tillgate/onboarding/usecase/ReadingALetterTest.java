package io.tillgate.onboarding.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.Engine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each letter as its reader gets it. */
class ReadingALetterTest {
    private static final Engine ENGINE =
            Engine.builder().addDefaults().strictRendering(true).build();
    private static final Map<String, Object> VALUES = Map.of(
            "tenant", "Harbour & Sons",
            "contact", "王小明",
            "business", "Café <Noir>",
            "details", "- one thing",
            "reference", "0198a000-0000-7000-8000-000000000001",
            "password", "",
            "linkComes", "yes",
            "link", "https://pay.example.com/portal/harbour");

    @ParameterizedTest
    @ValueSource(strings = {"invitation", "received", "needs-information", "awaiting-agreement", "approved", "refused"})
    void a_letter_says_who_writes_and_holds_nothing_but_what_it_was_given(String name) throws IOException {
        for (String language : List.of("en", "zh")) {
            String letter = letter(name, language);
            String subject = letter.substring(0, letter.indexOf('\n'));

            assertThat(subject).as("one line for the list of mails").hasSizeBetween(5, 78);
            assertThat(letter)
                    .contains("王小明")
                    .doesNotContain("{", "}", "&amp;", "&lt;", "NOT_FOUND")
                    .endsWith("Harbour & Sons\n");
            assertThat(letter.contains("Café <Noir>")).isEqualTo(!name.equals("invitation"));
            assertThat(letter.contains("https://pay.example.com/portal/harbour"))
                    .as("says where, unless there is nothing to do")
                    .isEqualTo(!name.equals("refused"));
            assertThat(letter.contains("http")).isEqualTo(letter.contains("https://pay.example.com/portal/harbour"));
        }
    }

    @ParameterizedTest
    @CsvSource({"en, We do not serve this line of business.", "zh, 我们暂不服务该行业。"})
    void a_refusal_says_why_in_words(String language, String words) {
        assertThat(RefusalWords.of(List.of("CATEGORY_NOT_SERVED", "SANCTIONS_HIT"), Locale.forLanguageTag(language)))
                .isEqualTo("- " + words);
    }

    @Test
    void a_reason_that_stays_inside_is_not_told() {
        assertThat(RefusalWords.of(List.of("SANCTIONS_HIT"), Locale.ENGLISH))
                .doesNotContain("SANCTIONS")
                .contains("get in touch");
        assertThat(RefusalWords.of(List.of("SANCTIONS_HIT"), Locale.CHINESE)).contains("与我们联系");
    }

    private static String letter(String name, String language) throws IOException {
        String file = "templates/mail/application-" + name + "." + language + ".txt";
        try (InputStream in = ReadingALetterTest.class.getClassLoader().getResourceAsStream(file)) {
            String template = new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
            var instance = ENGINE.parse(template).instance();
            VALUES.forEach(instance::data);
            return instance.render();
        }
    }
}
