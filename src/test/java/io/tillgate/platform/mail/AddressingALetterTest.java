package io.tillgate.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.platform.mail.MailTransport.Letter;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AddressingALetterTest {
    private static final UUID ID = UUID.fromString("0198a000-0000-7000-8000-000000000001");

    @Test
    void it_says_who_wrote_it_when_and_which_one_it_is() {
        Letter letter = new Letter(ID, "anna@example.com\r\nBcc: x@example.com", "Hello", "text");

        String message =
                FolderMailTransport.message(letter, "no-reply@pay.example.com", Instant.parse("2026-03-01T08:05:09Z"));

        assertThat(message)
                .startsWith("From: no-reply@pay.example.com\nDate: Sun, 1 Mar 2026 08:05:09 +0000\n")
                .contains("\nMessage-ID: <" + ID + "@pay.example.com>\n", "\n\ntext")
                .doesNotContain("\nBcc");
    }
}
