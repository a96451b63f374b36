package io.tillgate.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a letter promises, the page it leads to says too. */
class PromisingTheSameTest {
    private static final Path RESOURCES = Path.of("src/main/resources");

    @ParameterizedTest
    @CsvSource({"en, about (\\w+) minutes", "zh, 约需(.+?)分钟"})
    void the_invitation_and_the_application_take_the_same_time(String language, String time) throws IOException {
        String letter =
                Files.readString(RESOURCES.resolve("templates/mail/application-invitation." + language + ".txt"));
        String page = Files.readString(RESOURCES.resolve("messages/apply_" + language + ".properties"));

        assertThat(minutes(letter, time)).isEqualTo(minutes(page, time)).isNotEmpty();
    }

    private static String minutes(String text, String pattern) {
        var found = Pattern.compile(pattern).matcher(text);
        return found.find() ? found.group(1) : "";
    }
}
