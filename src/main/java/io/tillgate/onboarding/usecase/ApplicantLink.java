package io.tillgate.onboarding.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.TenantId;

/** Says at the identity provider which merchant a person belongs to. Safe to repeat. */
public interface ApplicantLink {
    Uni<Void> link(TenantId tenant, String subject, MerchantId merchant);
}
