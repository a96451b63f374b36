package io.tillgate.onboarding.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.BankAccount;
import io.tillgate.merchants.BusinessIdentity;
import io.tillgate.merchants.MerchantCreated;
import io.tillgate.merchants.Merchants;
import io.tillgate.merchants.NewAccount;
import io.tillgate.merchants.NewMerchant;
import io.tillgate.merchants.Store;
import io.tillgate.onboarding.ApplicationForm;
import io.tillgate.onboarding.ApplicationState.Approval;
import io.tillgate.platform.audit.AuditEntry.Actor;
import io.tillgate.platform.persistence.Outbox;
import io.tillgate.platform.persistence.Records;
import io.tillgate.shared.identifiers.CategoryCode;
import io.tillgate.shared.identifiers.CnapsCode;
import io.tillgate.shared.identifiers.Iban;
import io.tillgate.shared.identifiers.IdentifierCheck;
import io.tillgate.shared.identifiers.RegistrationNumber;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the merchant of an approved application, in the approval's own transaction, and tells the realm afterwards. */
@ApplicationScoped
class BecomingAMerchant {
    private final Merchants merchants;
    private final Outbox outbox;

    BecomingAMerchant(Merchants merchants, Outbox outbox) {
        this.merchants = merchants;
        this.outbox = outbox;
    }

    Uni<MerchantCreated> become(Records tx, Actor actor, Known known, Approval approval) {
        return merchants.create(tx, command(actor, known, approval)).call(made -> tell(tx, known, made));
    }

    private Uni<Void> tell(Records tx, Known known, MerchantCreated made) {
        JsonObject payload = new JsonObject()
                .put("application", known.application().id().toString())
                .put("subject", known.application().applicant().subject())
                .put("merchant", made.merchant().toString());
        return outbox.publish(
                tx,
                outbox.event(
                        known.application().tenant(),
                        LinkingApplicants.APPROVED,
                        "application:" + known.application().id(),
                        payload));
    }

    private static NewMerchant command(Actor actor, Known known, Approval approval) {
        ApplicationForm form = known.form();
        return new NewMerchant(
                known.application().tenant(),
                known.application().id(),
                business(Objects.requireNonNull(form.business())),
                new NewAccount(
                        known.terms().currency(),
                        new CategoryCode(Objects.requireNonNull(
                                Objects.requireNonNull(form.trading()).categoryCode())),
                        approval.feePlan(),
                        bank(Objects.requireNonNull(form.bankAccount()))),
                store(form.store()),
                actor);
    }

    private static BusinessIdentity business(ApplicationForm.Business business) {
        String country = Objects.requireNonNull(business.country());
        return new BusinessIdentity(
                Objects.requireNonNull(business.legalName()).strip(),
                Objects.requireNonNull(business.tradingName()).strip(),
                Objects.requireNonNull(business.legalForm()).strip(),
                country,
                normalised(RegistrationNumber.check(country, Objects.requireNonNull(business.registrationNumber()))),
                business.website());
    }

    private static String normalised(IdentifierCheck check) {
        return switch (check) {
            case IdentifierCheck.Proven proven -> proven.normalised();
            case IdentifierCheck.Unproven unproven -> unproven.normalised();
            case IdentifierCheck.Wrong wrong -> throw new IllegalStateException("a wrong number was submitted");
        };
    }

    private static BankAccount bank(ApplicationForm.Bank bank) {
        String holder = Objects.requireNonNull(bank.holder()).strip();
        return bank.iban() != null
                ? new BankAccount.ByIban(holder, Iban.parse(bank.iban()))
                : new BankAccount.ByCnaps(
                        holder,
                        new CnapsCode(Objects.requireNonNull(bank.cnaps())),
                        Objects.requireNonNull(bank.accountNumber()));
    }

    private static Store.@Nullable Details store(ApplicationForm.@Nullable Shop shop) {
        if (shop == null) {
            return null;
        }
        return new Store.Details(
                new Store.Name(Objects.requireNonNull(shop.name()), shop.nameZh()),
                new Store.Address(
                        Objects.requireNonNull(shop.line1()),
                        shop.line2(),
                        Objects.requireNonNull(shop.city()),
                        shop.region(),
                        shop.postalCode(),
                        Objects.requireNonNull(shop.country())),
                ZoneId.of(Objects.requireNonNull(shop.timeZone())),
                shop.phone());
    }
}
