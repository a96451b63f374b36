package io.tillgate.tenancy;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.audit.Audit;
import io.tillgate.platform.audit.AuditEntry;
import io.tillgate.platform.audit.AuditEntry.Actor;
import io.tillgate.platform.audit.AuditEntry.Subject;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;
import io.tillgate.tenancy.keycloak.RealmUsers;
import io.tillgate.tenancy.usecase.Embedding;
import io.tillgate.tenancy.usecase.FirstSignIns;
import io.tillgate.tenancy.usecase.StaffLetters;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The people of the tenants' realms. Keycloak keeps them; each change leaves an audit record with the tenant. */
@ApplicationScoped
public class Staff {
    /** A list of people holds at most this many. */
    public static final int LIST_MAX = 200;

    private final RealmUsers users;
    private final Tenants tenants;
    private final Embedding embedding;
    private final TenantTransaction transaction;
    private final Audit audit;
    private final KnownMerchants merchants;
    private final FirstSignIns firstSignIns;
    private final StaffLetters letters;

    Staff(
            RealmUsers users,
            Tenants tenants,
            Embedding embedding,
            TenantTransaction transaction,
            Audit audit,
            KnownMerchants merchants,
            FirstSignIns firstSignIns,
            StaffLetters letters) {
        this.users = users;
        this.tenants = tenants;
        this.embedding = embedding;
        this.transaction = transaction;
        this.audit = audit;
        this.merchants = merchants;
        this.firstSignIns = firstSignIns;
        this.letters = letters;
    }

    /**
     * Lets a person into a tenant's realm. Refuses, in this order, with {@code ROLE_NOT_ALLOWED},
     * {@code PASSWORD_NOT_ALLOWED}, {@code STAFF_EXISTS}.
     */
    public Uni<StaffMember> create(Caller caller, TenantId tenant, CreateStaff command) {
        if (!StaffPolicy.rolesGivenBy(caller).contains(command.role())) {
            throw new Refusal(TenancyProblem.ROLE_NOT_ALLOWED, "you cannot give the role '" + command.role() + "'");
        }
        if (command.password() != null && !embedding.isEmbedded()) {
            throw new Refusal(TenancyProblem.PASSWORD_NOT_ALLOWED, "leave the password out: the person chooses one");
        }
        CreateStaff placed = command.ofMerchant(StaffPolicy.merchantOf(caller, command.role(), command.merchant()));
        FirstSignIn first = placed.password() == null ? firstSignIns.next() : new FirstSignIn.OwnPassword();
        return ofKnownMerchant(tenant, placed)
                .chain(() -> users.create(realm(tenant), placed, first))
                .call(member -> placed.password() == null
                        ? welcome(tenant, Actor.of(caller), member, first)
                        : record(tenant, Actor.of(caller), "staff.create", member));
    }

    /** The letter goes out if the record is written. */
    private Uni<Void> welcome(TenantId tenant, Actor actor, StaffMember member, FirstSignIn first) {
        return transaction.records(
                Scope.tenant(tenant),
                tx -> letters.welcome(tx, tenants.settings(tenant), member, first)
                        .chain(() -> audit.record(tx, entry(tenant, actor, "staff.create", member))));
    }

    /**
     * Lets somebody in who is to apply for a merchant, for the capability that takes applications; sends no letter. Whoever
     * is in already and has yet to choose a password gets another way to do so. Refuses with {@code STAFF_EXISTS} when the
     * address is that of somebody who cannot apply.
     */
    public Uni<FirstSignIn> inviteApplicant(Actor actor, TenantId tenant, String email) {
        String realm = realm(tenant);
        String address = email.toLowerCase(Locale.ROOT);
        return users.byEmail(realm, address)
                .chain(found ->
                        found.isPresent() ? againApplicant(realm, found.get()) : newApplicant(actor, tenant, address));
    }

    private Uni<FirstSignIn> newApplicant(Actor actor, TenantId tenant, String email) {
        // the name goes into the audit record, which is kept longer than anybody may keep the address
        String username = "owner-" + UUID.randomUUID().toString().substring(24);
        FirstSignIn first = firstSignIns.next();
        var command = new CreateStaff(Roles.MERCHANT_OWNER, username, email, null, null);
        return users.create(realm(tenant), command, first)
                .chain(member -> record(tenant, actor, "staff.invite", member))
                .replaceWith(first);
    }

    private Uni<FirstSignIn> againApplicant(String realm, RealmUsers.Found found) {
        if (!found.member().active() || !found.member().roles().contains(Roles.MERCHANT_OWNER)) {
            throw new Refusal(TenancyProblem.STAFF_EXISTS, "this e-mail address is that of somebody who cannot apply");
        }
        FirstSignIn first = found.waiting() ? firstSignIns.next() : new FirstSignIn.OwnPassword();
        return users.giveFirstSignIn(realm, found.member().id(), first).replaceWith(first);
    }

    private Uni<Void> ofKnownMerchant(TenantId tenant, CreateStaff command) {
        MerchantId merchant = command.merchant();
        if (merchant == null) {
            return Uni.createFrom().voidItem();
        }
        return merchants
                .has(tenant, merchant)
                .invoke(known -> {
                    if (!known) {
                        throw new Refusal(CommonProblem.NOT_FOUND, "there is no such merchant");
                    }
                })
                .replaceWithVoid();
    }

    /** The acquirer's staff, or the people of one merchant; at most {@value #LIST_MAX}, by user name. */
    public Uni<List<StaffMember>> list(TenantId tenant, @Nullable MerchantId merchant) {
        String realm = realm(tenant);
        return merchant == null ? users.withRoles(realm, Roles.OF_ACQUIRER) : users.ofMerchant(realm, merchant);
    }

    /** Somebody whom the caller could let in; everybody else looks as if they did not exist. */
    public Uni<StaffMember> get(Caller caller, TenantId tenant, String id) {
        return managed(caller, realm(tenant), id);
    }

    private Uni<StaffMember> managed(Caller caller, String realm, String id) {
        return users.find(realm, id)
                .map(found -> found.filter(member -> StaffPolicy.mayManage(caller, member))
                        .orElseThrow(() -> new Refusal(CommonProblem.NOT_FOUND, "there is no such person")));
    }

    /** The person cannot sign in any more, and sessions end when their present token does, within five minutes. */
    public Uni<Void> disable(Caller caller, TenantId tenant, String id) {
        String realm = realm(tenant);
        return managed(caller, realm, id)
                .chain(member -> users.disable(realm, id)
                        .chain(() -> record(tenant, Actor.of(caller), "staff.disable", member)));
    }

    /** Says which merchant a person belongs to; their next token carries it. For the capability that makes merchants. */
    public Uni<Void> assignMerchant(Actor actor, TenantId tenant, String id, MerchantId merchant) {
        return users.assignMerchant(realm(tenant), id, merchant)
                .chain(member -> record(tenant, actor, "staff.assign-merchant", member));
    }

    private Uni<Void> record(TenantId tenant, Actor actor, String action, StaffMember member) {
        AuditEntry entry = entry(tenant, actor, action, member);
        return transaction.sql(Scope.tenant(tenant), connection -> audit.record(connection, entry));
    }

    private static AuditEntry entry(TenantId tenant, Actor actor, String action, StaffMember member) {
        JsonObject after = new JsonObject()
                .put("username", member.username())
                .put("roles", List.copyOf(member.roles()))
                .put("active", !action.equals("staff.disable") && member.active());
        return new AuditEntry(tenant, member.merchant(), actor, action, new Subject("staff", member.id()), null, after);
    }

    private String realm(TenantId tenant) {
        return tenants.byId(tenant)
                .map(Tenant::realm)
                .orElseThrow(() -> new Refusal(CommonProblem.NOT_FOUND, "there is no such tenant"));
    }
}
