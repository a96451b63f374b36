package io.tillgate.merchants.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.BankAccount;
import io.tillgate.merchants.Change;
import io.tillgate.merchants.Merchant;
import io.tillgate.merchants.MerchantAccount;
import io.tillgate.merchants.NewAccount;
import io.tillgate.merchants.Store;
import io.tillgate.merchants.domain.ChangeRequest;
import io.tillgate.platform.audit.Audit;
import io.tillgate.platform.audit.AuditEntry;
import io.tillgate.platform.audit.AuditEntry.Actor;
import io.tillgate.platform.audit.AuditEntry.Subject;
import io.tillgate.platform.persistence.Records;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.TenantId;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Audit records of this package: what each thing looks like in them. Bank accounts appear masked. */
@ApplicationScoped
class MerchantTrail {
    private final Audit audit;

    MerchantTrail(Audit audit) {
        this.audit = audit;
    }

    Uni<Void> merchant(Records tx, Actor actor, String action, @Nullable Merchant before, Merchant after) {
        return audit.record(
                tx,
                entry(
                                after.tenant(),
                                after.id(),
                                actor,
                                action,
                                new Subject("merchant", after.id().toString()))
                        .change(before == null ? null : json(before), json(after)));
    }

    Uni<Void> account(Records tx, Actor actor, String action, @Nullable MerchantAccount before, MerchantAccount after) {
        return audit.record(
                tx,
                entry(
                                after.tenant(),
                                after.merchant(),
                                actor,
                                action,
                                new Subject("merchant-account", after.id().toString()))
                        .change(before == null ? null : json(before), json(after)));
    }

    Uni<Void> store(Records tx, Actor actor, String action, @Nullable Store before, Store after) {
        return audit.record(
                tx,
                entry(
                                after.tenant(),
                                after.merchant(),
                                actor,
                                action,
                                new Subject("store", after.id().toString()))
                        .change(before == null ? null : json(before), json(after)));
    }

    Uni<Void> change(Records tx, Actor actor, String action, ChangeRequest request) {
        return audit.record(
                tx,
                entry(
                                request.tenant(),
                                request.merchant(),
                                actor,
                                action,
                                new Subject("change-request", request.id().toString()))
                        .change(null, json(request)));
    }

    private static Opening entry(TenantId tenant, MerchantId merchant, Actor actor, String action, Subject subject) {
        return (before, after) -> new AuditEntry(tenant, merchant, actor, action, subject, before, after);
    }

    /** An entry that still lacks what changed. */
    private interface Opening {
        AuditEntry change(@Nullable JsonObject before, @Nullable JsonObject after);
    }

    private static JsonObject json(Merchant merchant) {
        return new JsonObject()
                .put("legalName", merchant.business().legalName())
                .put("tradingName", merchant.business().tradingName())
                .put("registrationNumber", merchant.business().registrationNumber())
                .put("website", merchant.business().website())
                .put("mayTrade", merchant.standing().mayTrade())
                .put("mayBePaid", merchant.standing().mayBePaid())
                .put("reason", merchant.standing().reason());
    }

    private static JsonObject json(MerchantAccount account) {
        return new JsonObject()
                .put("number", account.number().value())
                .put("currency", account.currency().getCurrencyCode())
                .put("categoryCode", account.categoryCode())
                .put("feePlan", account.feePlan())
                .put("payoutAccount", account.payoutAccount().toString())
                .put("open", account.open());
    }

    private static JsonObject json(Store store) {
        Store.Address address = store.details().address();
        return new JsonObject()
                .put("nameEn", store.details().name().en())
                .put("nameZh", store.details().name().zh())
                .put("line1", address.line1())
                .put("line2", address.line2())
                .put("city", address.city())
                .put("region", address.region())
                .put("postalCode", address.postalCode())
                .put("country", address.country())
                .put("timeZone", store.details().timeZone().getId())
                .put("phone", store.details().phone())
                .put("archived", store.archived());
    }

    private static JsonObject json(ChangeRequest request) {
        String to = switch (request.change()) {
            case Change.ToFeePlan plan -> plan.plan();
            case Change.ToBankAccount bank -> masked(bank.account());
            case Change.ToNewAccount fresh -> shown(fresh.wanted());
        };
        return new JsonObject()
                .put("account", Objects.toString(request.account(), null))
                .put("kind", request.change().kind())
                .put("to", to)
                .put("reason", request.reason())
                .put("proposedBy", request.state().proposed().name());
    }

    private static String shown(NewAccount wanted) {
        return "%s %s %s %s".formatted(wanted.currency(), wanted.category(), wanted.feePlan(), masked(wanted.payout()));
    }

    private static String masked(BankAccount account) {
        return account.masked();
    }
}
