package io.tillgate.onboarding.domain;

import io.tillgate.onboarding.ApplicationForm;
import io.tillgate.onboarding.ApplicationForm.Bank;
import io.tillgate.onboarding.ApplicationForm.Business;
import io.tillgate.onboarding.ApplicationForm.Contact;
import io.tillgate.onboarding.ApplicationForm.Owner;
import io.tillgate.onboarding.ApplicationForm.Shop;
import io.tillgate.shared.Refusal.Violation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What even a draft has to keep to: lengths and counts. */
public final class FormLimits {
    public static final int OWNERS_MAX = 20;
    private static final int NAME_MAX = 200;

    private FormLimits() {}

    public static List<Violation> violations(ApplicationForm form) {
        Findings found = new Findings();
        business(found, form.business());
        owners(found, form.ownersOrNone());
        contact(found, form.contact());
        bank(found, form.bankAccount());
        if (form.trading() != null) {
            found.text("/trading/categoryCode", form.trading().categoryCode(), 4);
        }
        shop(found, form.store());
        return found.all();
    }

    private static void business(Findings found, @Nullable Business business) {
        if (business != null) {
            found.text("/business/legalName", business.legalName(), NAME_MAX);
            found.text("/business/tradingName", business.tradingName(), NAME_MAX);
            found.text("/business/legalForm", business.legalForm(), 60);
            found.text("/business/country", business.country(), 2);
            found.text("/business/registrationNumber", business.registrationNumber(), 60);
            found.text("/business/website", business.website(), 300);
        }
    }

    private static void owners(Findings found, List<Owner> owners) {
        if (owners.size() > OWNERS_MAX) {
            found.add("/owners", "COUNT", "at most " + OWNERS_MAX + " owners");
            return;
        }
        if (owners.stream().anyMatch(Objects::isNull)) {
            found.add("/owners", "REQUIRED", "an owner is left out between commas");
            return;
        }
        for (int i = 0; i < owners.size(); i++) {
            found.text("/owners/" + i + "/name", owners.get(i).name(), NAME_MAX);
            found.text("/owners/" + i + "/country", owners.get(i).country(), 2);
        }
    }

    private static void contact(Findings found, @Nullable Contact contact) {
        if (contact != null) {
            found.text("/contact/name", contact.name(), NAME_MAX);
            found.text("/contact/email", contact.email(), 254);
            found.text("/contact/phone", contact.phone(), 24);
            found.text("/contact/language", contact.language(), 2);
        }
    }

    private static void bank(Findings found, @Nullable Bank bank) {
        if (bank != null) {
            found.text("/bankAccount/holder", bank.holder(), 140);
            found.text("/bankAccount/iban", bank.iban(), 42);
            found.text("/bankAccount/cnaps", bank.cnaps(), 12);
            found.text("/bankAccount/accountNumber", bank.accountNumber(), 32);
        }
    }

    private static void shop(Findings found, @Nullable Shop shop) {
        if (shop != null) {
            found.text("/store/name", shop.name(), 100);
            found.text("/store/nameZh", shop.nameZh(), 100);
            found.text("/store/line1", shop.line1(), 120);
            found.text("/store/line2", shop.line2(), 120);
            found.text("/store/city", shop.city(), 80);
            found.text("/store/region", shop.region(), 80);
            found.text("/store/postalCode", shop.postalCode(), 16);
            found.text("/store/country", shop.country(), 2);
            found.text("/store/timeZone", shop.timeZone(), 60);
            found.text("/store/phone", shop.phone(), 24);
        }
    }
}
