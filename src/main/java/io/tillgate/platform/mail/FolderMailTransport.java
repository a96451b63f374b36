package io.tillgate.platform.mail;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Writes each message as one file (RFC 5322) into a folder, which a mail transfer agent may pick up. Under
 * {@code ./tillgate up} that folder is {@code .tillgate/mail}.
 */
@ApplicationScoped
class FolderMailTransport implements MailTransport {
    private static final int WORD_BYTES_MAX = 45;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH);

    private final Vertx vertx;
    private final Path folder;
    private final String from;
    private final Clock clock;

    FolderMailTransport(
            Vertx vertx, @ConfigProperty(name = "tillgate.data") Path directory, MailSettings settings, Clock clock) {
        this.vertx = vertx;
        this.from = settings.from();
        this.clock = clock;
        this.folder = directory.resolve("mail");
    }

    @Override
    public Uni<Void> deliver(Letter letter) {
        return vertx.executeBlocking(() -> {
                    write(letter);
                    return Boolean.TRUE;
                })
                .replaceWithVoid();
    }

    private void write(Letter letter) {
        try {
            Files.createDirectories(folder);
            Path unfinished = folder.resolve(letter.id() + ".part");
            Files.writeString(unfinished, message(letter, from, clock.instant()));
            Files.move(unfinished, folder.resolve(letter.id() + ".eml"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static String message(Letter letter, String from, Instant at) {
        return "From: " + from + "\n"
                + "Date: " + DATE.format(at.atOffset(ZoneOffset.UTC)) + "\n"
                + "To: " + letter.to().replaceAll("[\\r\\n]", "") + "\n"
                + "Subject: " + subject(letter.subject()) + "\n"
                + "Message-ID: <" + letter.id() + "@" + from.substring(from.indexOf('@') + 1) + ">\n"
                + "MIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n\n"
                + letter.text();
    }

    /** RFC 2047: encoded words of at most 75 characters, none of which cuts a character in two. */
    static String subject(String subject) {
        List<String> words = new ArrayList<>();
        int from = 0;
        while (from < subject.length()) {
            int to = subject.length();
            while (bytes(subject, from, to).length > WORD_BYTES_MAX) {
                to = subject.offsetByCodePoints(to, -1);
            }
            words.add("=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes(subject, from, to)) + "?=");
            from = to;
        }
        return String.join("\n ", words);
    }

    private static byte[] bytes(String text, int from, int to) {
        return text.substring(from, to).getBytes(StandardCharsets.UTF_8);
    }
}
