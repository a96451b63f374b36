package io.tillgate.merchants.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.BusinessIdentity;
import io.tillgate.merchants.Merchant;
import io.tillgate.merchants.Standing;
import io.tillgate.merchants.store.PostgresMerchantStore;
import io.tillgate.platform.audit.AuditEntry.Actor;
import io.tillgate.platform.http.Versions;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.persistence.Outbox;
import io.tillgate.platform.persistence.Records;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.Refusal.Violation;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Staff edit how a merchant is called and switch what it may do; who registered it, and where, never changes here. */
@ApplicationScoped
public class EditingMerchants {
    /** Told when receipts and terminals show something else: the name, or a store; payload {@code merchant, store?}. */
    static final String PARTICULARS_CHANGED = "merchant.particulars-changed";

    /** Told when what a merchant may do has changed; payload {@code merchant, mayTrade, mayBePaid}. */
    public static final String STANDING_CHANGED = "merchant.standing-changed";

    private final TenantTransaction transactions;
    private final PostgresMerchantStore records;
    private final MerchantTrail trail;
    private final Outbox outbox;

    EditingMerchants(
            TenantTransaction transactions, PostgresMerchantStore records, MerchantTrail trail, Outbox outbox) {
        this.transactions = transactions;
        this.records = records;
        this.trail = trail;
        this.outbox = outbox;
    }

    /** What to change; null leaves as is. */
    public record Edit(
            @Nullable String tradingName,
            @Nullable String website,
            @Nullable Boolean mayTrade,
            @Nullable Boolean mayBePaid,
            @Nullable String reason) {}

    public Uni<Merchant> edit(Caller caller, MerchantId id, @Nullable String ifMatch, Edit edit) {
        return transactions.records(
                caller.scope(),
                tx -> records.merchant(tx, caller.tenant(), id)
                        .invoke(present -> Versions.expect(ifMatch, present.version()))
                        .chain(present -> records.update(tx, applied(present, edit))
                                .call(after ->
                                        trail.merchant(tx, Actor.of(caller), action(present, after), present, after))
                                .call(after -> tell(tx, present, after))
                                .call(after -> tellOfName(tx, present, after))));
    }

    private Uni<Void> tellOfName(Records tx, Merchant before, Merchant after) {
        if (before.business().tradingName().equals(after.business().tradingName())) {
            return Uni.createFrom().voidItem();
        }
        JsonObject payload = new JsonObject().put("merchant", after.id().toString());
        return outbox.publish(tx, outbox.event(after.tenant(), PARTICULARS_CHANGED, "merchant:" + after.id(), payload));
    }

    private Uni<Void> tell(Records tx, Merchant before, Merchant after) {
        if (sameSwitches(before.standing(), after.standing())) {
            return Uni.createFrom().voidItem();
        }
        JsonObject payload = new JsonObject()
                .put("merchant", after.id().toString())
                .put("mayTrade", after.standing().mayTrade())
                .put("mayBePaid", after.standing().mayBePaid());
        return outbox.publish(tx, outbox.event(after.tenant(), STANDING_CHANGED, "merchant:" + after.id(), payload));
    }

    private static Merchant applied(Merchant present, Edit edit) {
        BusinessIdentity business = present.business();
        return new Merchant(
                present.tenant(),
                present.id(),
                present.version(),
                new BusinessIdentity(
                        business.legalName(),
                        edit.tradingName() == null ? business.tradingName() : edit.tradingName(),
                        business.legalForm(),
                        business.country(),
                        business.registrationNumber(),
                        edit.website() == null ? business.website() : edit.website()),
                standing(present.standing(), edit),
                present.createdAt());
    }

    private static Standing standing(Standing present, Edit edit) {
        boolean mayTrade = edit.mayTrade() == null ? present.mayTrade() : edit.mayTrade();
        boolean mayBePaid = edit.mayBePaid() == null ? present.mayBePaid() : edit.mayBePaid();
        if (mayTrade && mayBePaid) {
            return Standing.GOOD;
        }
        String reason = edit.reason() == null ? present.reason() : edit.reason();
        if (reason == null || reason.isBlank()) {
            throw new Refusal(
                    CommonProblem.VALIDATION,
                    "say why something is switched off",
                    List.of(new Violation("/reason", "REQUIRED", "say why something is switched off")));
        }
        return new Standing(mayTrade, mayBePaid, reason);
    }

    private static String action(Merchant before, Merchant after) {
        if (sameSwitches(before.standing(), after.standing())) {
            return "merchant.update";
        }
        return after.standing().status() == Standing.Status.ACTIVE ? "merchant.reactivate" : "merchant.suspend";
    }

    private static boolean sameSwitches(Standing a, Standing b) {
        return a.mayTrade() == b.mayTrade() && a.mayBePaid() == b.mayBePaid();
    }
}
