package io.tillgate.onboarding;

import io.tillgate.onboarding.ApplicationState.Mark;
import org.jspecify.annotations.Nullable;

/**
 * An agreement that somebody accepted.
 *
 * @param text as it was accepted; null for one accepted before texts were kept
 */
public record AcceptedAgreement(String version, @Nullable AgreementText text, Mark by) {}
