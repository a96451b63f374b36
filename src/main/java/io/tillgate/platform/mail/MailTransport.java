package io.tillgate.platform.mail;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Takes a rendered message away. Must be safe to repeat: the same id may come twice. */
public interface MailTransport {
    Uni<Void> deliver(Letter letter);

    /** A rendered message. */
    record Letter(UUID id, String to, String subject, String text) {}
}
