package io.tillgate.onboarding;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What somebody read before accepting.
 *
 * @param sha256 fingerprint of the text that was shown; null for whoever names the version only
 * @param language in which it was read; null for the applicant's own
 */
public record AgreementRead(
        String version, @Nullable String sha256, @Nullable Locale language) {}
