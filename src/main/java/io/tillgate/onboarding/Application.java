package io.tillgate.onboarding;

import io.tillgate.shared.ApplicationId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.TenantId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One business asking to become a merchant, without what it told of itself.
 *
 * @param businessName for lists; null until one was given
 * @param acceptedVersion of the agreement, the last one accepted
 * @param merchant what it became
 */
public record Application(
        TenantId tenant,
        ApplicationId id,
        int version,
        Applicant applicant,
        @Nullable String businessName,
        ApplicationState state,
        @Nullable String acceptedVersion,
        @Nullable MerchantId merchant,
        Instant createdAt,
        Instant updatedAt) {
    /**
     * Who fills it in.
     *
     * @param subject the person's id in the realm
     */
    public record Applicant(String subject, String name, Locale language) {}

    public Application in(ApplicationState next, Instant at) {
        return new Application(
                tenant, id, version, applicant, businessName, next, acceptedVersion, merchant, createdAt, at);
    }

    public Application named(@Nullable String name, Instant at) {
        return new Application(tenant, id, version, applicant, name, state, acceptedVersion, merchant, createdAt, at);
    }

    public Application agreed(String agreementVersion) {
        return new Application(
                tenant, id, version, applicant, businessName, state, agreementVersion, merchant, createdAt, updatedAt);
    }

    public Application became(MerchantId made) {
        return new Application(
                tenant, id, version, applicant, businessName, state, acceptedVersion, made, createdAt, updatedAt);
    }
}
