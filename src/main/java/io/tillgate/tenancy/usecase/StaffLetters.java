package io.tillgate.tenancy.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.mail.Mail;
import io.tillgate.platform.mail.MailMessage;
import io.tillgate.platform.persistence.Records;
import io.tillgate.tenancy.FirstSignIn;
import io.tillgate.tenancy.StaffMember;
import io.tillgate.tenancy.TenantSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** Tells new people where they sign in and how, in the tenant's language. */
@ApplicationScoped
public class StaffLetters {
    private final Mail mail;
    private final RealmSpecs realms;

    StaffLetters(Mail mail, RealmSpecs realms) {
        this.mail = mail;
        this.realms = realms;
    }

    public Uni<Void> welcome(Records tx, TenantSettings tenant, StaffMember member, FirstSignIn first) {
        Map<String, String> values = new HashMap<>(first.words());
        values.put("tenant", tenant.name().in(tenant.locale()));
        values.put("username", member.username());
        values.put("link", realms.portalUrls().getFirst() + "/portal/" + tenant.slug());
        return mail.send(tx, new MailMessage(tenant.id(), member.email(), tenant.locale(), "staff-welcome", values));
    }
}
