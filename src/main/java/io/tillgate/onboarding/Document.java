package io.tillgate.onboarding;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that belongs to an application.
 *
 * @param file where the bytes are
 * @param name as the applicant calls it
 */
public record Document(UUID id, UUID file, String name, String contentType, int sizeBytes, Instant uploadedAt) {
    public static final int COUNT_MAX = 20;
}
