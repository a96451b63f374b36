package io.tillgate.portal.merchant.apply;

import io.tillgate.onboarding.ApplicationForm;
import io.tillgate.onboarding.ApplicationForm.Amount;
import io.tillgate.onboarding.ApplicationForm.Bank;
import io.tillgate.onboarding.ApplicationForm.Business;
import io.tillgate.onboarding.ApplicationForm.Contact;
import io.tillgate.onboarding.ApplicationForm.Owner;
import io.tillgate.onboarding.ApplicationForm.Trading;
import io.tillgate.portal.frame.Formats;
import io.tillgate.portal.merchant.shop.Fields;
import io.tillgate.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Between an application and the fields of its pages. A page replaces its own part and leaves the others alone. */
final class ApplicationFields {
    static final int OWNERS_MAX = 20;
    private static final String NO_OWNER = "";

    private ApplicationFields() {}

    /** The application with one page's part as it was sent. */
    static ApplicationForm merged(ApplicationForm form, ApplicationStep step, Fields sent, Currency currency) {
        return switch (step) {
            case BUSINESS -> with(form, business(sent));
            case OWNERS -> with(form, owners(sent));
            case CONTACT -> with(form, contact(sent));
            case BANK -> with(form, bank(sent));
            case TRADING -> with(form, trading(sent, currency));
            case STORE -> with(form, store(sent));
            case DOCUMENTS, CHECK -> form;
        };
    }

    private static ApplicationForm with(ApplicationForm form, Business part) {
        return new ApplicationForm(
                part, form.owners(), form.contact(), form.bankAccount(), form.trading(), form.store());
    }

    private static ApplicationForm with(ApplicationForm form, List<Owner> part) {
        return new ApplicationForm(
                form.business(), part, form.contact(), form.bankAccount(), form.trading(), form.store());
    }

    private static ApplicationForm with(ApplicationForm form, Contact part) {
        return new ApplicationForm(
                form.business(), form.owners(), part, form.bankAccount(), form.trading(), form.store());
    }

    private static ApplicationForm with(ApplicationForm form, Bank part) {
        return new ApplicationForm(form.business(), form.owners(), form.contact(), part, form.trading(), form.store());
    }

    private static ApplicationForm with(ApplicationForm form, Trading part) {
        return new ApplicationForm(
                form.business(), form.owners(), form.contact(), form.bankAccount(), part, form.store());
    }

    private static ApplicationForm with(ApplicationForm form, ApplicationForm.@Nullable Shop part) {
        return new ApplicationForm(
                form.business(), form.owners(), form.contact(), form.bankAccount(), form.trading(), part);
    }

    private static Business business(Fields sent) {
        return new Business(
                sent.text("business.legalName"),
                sent.text("business.tradingName"),
                sent.text("business.legalForm"),
                sent.text("business.country"),
                sent.text("business.registrationNumber"),
                sent.text("business.website"));
    }

    private static List<Owner> owners(Fields sent) {
        List<Owner> owners = new ArrayList<>();
        String removed = sent.textOr("remove", NO_OWNER);
        for (int i = 0; i < OWNERS_MAX; i++) {
            String at = "owners." + i + ".";
            Owner owner = new Owner(
                    sent.text(at + "name"),
                    sent.decimal(at + "sharePercent"),
                    sent.date(at + "birthDate"),
                    sent.text(at + "country"));
            boolean named = owner.name() != null || owner.sharePercent() != null || owner.birthDate() != null;
            if (named && !removed.equals(Integer.toString(i))) {
                owners.add(owner);
            }
        }
        return owners;
    }

    private static Contact contact(Fields sent) {
        return new Contact(
                sent.text("contact.name"),
                sent.text("contact.email"),
                sent.text("contact.phone"),
                sent.text("contact.language"));
    }

    private static Bank bank(Fields sent) {
        String iban = sent.text("bankAccount.iban");
        String number = sent.text("bankAccount.accountNumber");
        return new Bank(
                sent.text("bankAccount.holder"),
                iban == null ? null : iban.replaceAll("\\s", "").toUpperCase(Locale.ROOT),
                sent.text("bankAccount.cnaps"),
                number == null ? null : number.replaceAll("\\s", ""));
    }

    private static Trading trading(Fields sent, Currency currency) {
        return new Trading(
                sent.text("trading.categoryCode"),
                amount(sent.money("trading.expectedMonthlyTurnover", currency)),
                amount(sent.money("trading.averageTicket", currency)));
    }

    private static @Nullable Amount amount(@Nullable Money money) {
        return money == null ? null : new Amount(money.value(), money.currency().getCurrencyCode());
    }

    /** A shop of which nothing is said is none: stores may be added later. */
    private static ApplicationForm.@Nullable Shop store(Fields sent) {
        String name = sent.text("store.name");
        String line1 = sent.text("store.line1");
        String city = sent.text("store.city");
        if (name == null && line1 == null && city == null && sent.text("store.nameZh") == null) {
            return null;
        }
        return new ApplicationForm.Shop(
                name == null ? sent.text("store.nameZh") : name,
                sent.text("store.nameZh"),
                line1,
                sent.text("store.line2"),
                city,
                sent.text("store.region"),
                sent.text("store.postalCode"),
                sent.text("store.country"),
                sent.text("store.timeZone"),
                sent.text("store.phone"));
    }

    /** What the pages' fields hold. */
    static Map<String, String> values(ApplicationForm form) {
        Map<String, String> values = new HashMap<>();
        Business business = form.business();
        if (business != null) {
            put(values, "business.legalName", business.legalName());
            put(values, "business.tradingName", business.tradingName());
            put(values, "business.legalForm", business.legalForm());
            put(values, "business.country", business.country());
            put(values, "business.registrationNumber", business.registrationNumber());
            put(values, "business.website", business.website());
        }
        for (int i = 0; i < form.ownersOrNone().size(); i++) {
            owner(values, "owners." + i + ".", form.ownersOrNone().get(i));
        }
        contactAndBank(values, form);
        trading(values, form.trading());
        store(values, form.store());
        return values;
    }

    private static void owner(Map<String, String> values, String at, Owner owner) {
        put(values, at + "name", owner.name());
        BigDecimal share = owner.sharePercent();
        put(
                values,
                at + "sharePercent",
                share == null ? null : share.stripTrailingZeros().toPlainString());
        put(values, at + "birthDate", owner.birthDate());
        put(values, at + "country", owner.country());
    }

    private static void contactAndBank(Map<String, String> values, ApplicationForm form) {
        Contact contact = form.contact();
        if (contact != null) {
            put(values, "contact.name", contact.name());
            put(values, "contact.email", contact.email());
            put(values, "contact.phone", contact.phone());
            put(values, "contact.language", contact.language());
        }
        Bank bank = form.bankAccount();
        if (bank != null) {
            put(values, "bankAccount.holder", bank.holder());
            put(values, "bankAccount.iban", bank.iban());
            put(values, "bankAccount.cnaps", bank.cnaps());
            put(values, "bankAccount.accountNumber", bank.accountNumber());
        }
    }

    private static void trading(Map<String, String> values, @Nullable Trading trading) {
        if (trading != null) {
            put(values, "trading.categoryCode", trading.categoryCode());
            put(values, "trading.expectedMonthlyTurnover", plain(trading.expectedMonthlyTurnover()));
            put(values, "trading.averageTicket", plain(trading.averageTicket()));
        }
    }

    private static void store(Map<String, String> values, ApplicationForm.@Nullable Shop store) {
        if (store != null) {
            put(values, "store.name", store.name());
            put(values, "store.nameZh", store.nameZh());
            put(values, "store.line1", store.line1());
            put(values, "store.line2", store.line2());
            put(values, "store.city", store.city());
            put(values, "store.region", store.region());
            put(values, "store.postalCode", store.postalCode());
            put(values, "store.country", store.country());
            put(values, "store.timeZone", store.timeZone());
            put(values, "store.phone", store.phone());
        }
    }

    private static @Nullable String plain(@Nullable Amount amount) {
        return amount == null ? null : Formats.plain(money(amount));
    }

    static Money money(Amount amount) {
        return new Money(amount.value(), Currency.getInstance(amount.currency()));
    }

    private static void put(Map<String, String> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
    }
}
