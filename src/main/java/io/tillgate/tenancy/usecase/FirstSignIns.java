package io.tillgate.tenancy.usecase;

import io.tillgate.tenancy.FirstSignIn;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;

/** Chooses how people without a password sign in first: an embedded installation has no mail server to send a link with. */
@ApplicationScoped
public class FirstSignIns {
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int GROUP_LETTERS = 5;

    private final SecureRandom random = new SecureRandom();
    private final Embedding embedding;

    FirstSignIns(Embedding embedding) {
        this.embedding = embedding;
    }

    public FirstSignIn next() {
        return embedding.isEmbedded() ? new FirstSignIn.OneTimePassword(password()) : new FirstSignIn.LinkByMail();
    }

    /** About 99 random bits, without letters that look alike. */
    private String password() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP_LETTERS; i++) {
            if (i > 0 && i % GROUP_LETTERS == 0) {
                password.append('-');
            }
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
