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
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Writes each message as one file (RFC 5322) into a folder, which a mail transfer agent may pick up. Under
 * {@code ./tillgate up} that folder is {@code .tillgate/mail}.
 */
@ApplicationScoped
class FolderMailTransport implements MailTransport {
    private static final int WORD_BYTES_MAX = 45;

    private final Vertx vertx;
    private final Path folder;

    FolderMailTransport(Vertx vertx, @ConfigProperty(name = "tillgate.data") Path directory) {
        this.vertx = vertx;
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
            Files.writeString(unfinished, message(letter));
            Files.move(unfinished, folder.resolve(letter.id() + ".eml"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static String message(Letter letter) {
        return "To: " + letter.to().replaceAll("[\\r\\n]", "") + "\n"
                + "Subject: " + subject(letter.subject()) + "\n"
                + "Message-ID: <" + letter.id() + "@tillgate>\n"
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
