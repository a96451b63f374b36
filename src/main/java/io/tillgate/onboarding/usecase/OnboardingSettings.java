package io.tillgate.onboarding.usecase;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How applicants reach the portal. */
@ConfigMapping(prefix = "tillgate.onboarding")
public interface OnboardingSettings {
    /** Address of the portal as applicants reach it, without the tenant's slug; stands in invitations. */
    @WithDefault("http://localhost:8080/portal")
    String portal();
}
