package io.tillgate.onboarding.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.audit.AuditEntry.Actor;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.TenantId;
import io.tillgate.tenancy.FirstSignIn;
import io.tillgate.tenancy.Staff;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

@ApplicationScoped
class StaffApplicantLink implements ApplicantLink {
    private static final Actor ONBOARDING = Actor.system("onboarding");

    private final Staff staff;

    StaffApplicantLink(Staff staff) {
        this.staff = staff;
    }

    @Override
    public Uni<Map<String, String>> letIn(Actor actor, TenantId tenant, String email) {
        return staff.inviteApplicant(actor, tenant, email).map(FirstSignIn::words);
    }

    @Override
    public Uni<Void> link(TenantId tenant, String subject, MerchantId merchant) {
        return staff.assignMerchant(ONBOARDING, tenant, subject, merchant);
    }
}
