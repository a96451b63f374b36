package io.tillgate.onboarding.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.audit.AuditEntry.Actor;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.TenantId;
import java.util.Map;

/** Applicants at the identity provider. Safe to repeat. */
public interface ApplicantLink {
    /** Lets somebody in who is to apply; answers what the invitation says of signing in: {@code password}, {@code linkComes}. */
    Uni<Map<String, String>> letIn(Actor actor, TenantId tenant, String email);

    /** Says which merchant a person belongs to. */
    Uni<Void> link(TenantId tenant, String subject, MerchantId merchant);
}
