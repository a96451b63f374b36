package io.tillgate.onboarding.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.Ids;
import io.tillgate.platform.audit.Audit;
import io.tillgate.platform.audit.AuditEntry;
import io.tillgate.platform.audit.AuditEntry.Actor;
import io.tillgate.platform.audit.AuditEntry.Subject;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.mail.Mail;
import io.tillgate.platform.mail.MailMessage;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Staff invite a business by mail to apply: whoever reads the letter can sign in with it, once, and chooses a password. An
 * invitation that was lost halfway, or whose letter never came, is sent again.
 */
@ApplicationScoped
public class InvitingApplicants {
    private final TenantTransaction transactions;
    private final ApplicationTerms.Source terms;
    private final OnboardingSettings settings;
    private final ApplicantLink applicants;
    private final Mail mail;
    private final Audit audit;
    private final Ids ids;

    InvitingApplicants(
            TenantTransaction transactions,
            ApplicationTerms.Source terms,
            OnboardingSettings settings,
            ApplicantLink applicants,
            Mail mail,
            Audit audit,
            Ids ids) {
        this.transactions = transactions;
        this.terms = terms;
        this.settings = settings;
        this.applicants = applicants;
        this.mail = mail;
        this.audit = audit;
        this.ids = ids;
    }

    /** Whom to invite, in which language. */
    public record Invitation(String email, String name, Locale language) {}

    public Uni<Void> invite(Caller caller, Invitation invitation) {
        return applicants
                .letIn(Actor.of(caller), caller.tenant(), invitation.email())
                .chain(words -> send(caller, letter(caller.tenant(), invitation, words)));
    }

    private MailMessage letter(TenantId tenantId, Invitation invitation, Map<String, String> signIn) {
        ApplicationTerms tenant = terms.of(tenantId);
        Map<String, String> values = new HashMap<>(signIn);
        values.put("tenant", tenant.name().apply(invitation.language()));
        values.put("contact", invitation.name());
        values.put("link", settings.portal() + "/" + tenant.slug());
        return new MailMessage(tenantId, invitation.email(), invitation.language(), "application-invitation", values);
    }

    private Uni<Void> send(Caller caller, MailMessage letter) {
        // the address stays out of the trail: it is kept longer than anybody may keep the address
        AuditEntry entry = new AuditEntry(
                caller.tenant(),
                null,
                Actor.of(caller),
                "application.invite",
                new Subject("invitation", ids.next().toString()),
                null,
                null);
        return transactions.records(
                Scope.tenant(caller.tenant()), tx -> mail.send(tx, letter).chain(() -> audit.record(tx, entry)));
    }
}
