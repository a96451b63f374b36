package io.tillgate.onboarding.domain;

import io.tillgate.onboarding.ApplicationForm;
import io.tillgate.onboarding.ApplicationForm.Amount;
import io.tillgate.onboarding.ApplicationForm.Bank;
import io.tillgate.onboarding.ApplicationForm.Business;
import io.tillgate.onboarding.ApplicationForm.Contact;
import io.tillgate.onboarding.ApplicationForm.Owner;
import io.tillgate.onboarding.ApplicationForm.Shop;
import io.tillgate.onboarding.ApplicationForm.Trading;
import io.tillgate.shared.Refusal.Violation;
import io.tillgate.shared.identifiers.CategoryCode;
import io.tillgate.shared.identifiers.CnapsCode;
import io.tillgate.shared.identifiers.Iban;
import io.tillgate.shared.identifiers.IdentifierCheck;
import io.tillgate.shared.identifiers.IdentifierCheck.Wrong;
import io.tillgate.shared.identifiers.RegistrationNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a submission needs. Answers everything that is missing or wrong at once, each with a JSON pointer. */
public final class FormRules {
    private static final int OWNER_AGE_MIN = 18;
    private static final int OWNER_AGE_MAX = 120;
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    private FormRules() {}

    /**
     * What the form is judged against.
     *
     * @param currency in which the tenant's merchants trade, ISO 4217
     * @param accepts which known category codes the tenant takes
     * @param documents how many were uploaded
     */
    public record Terms(LocalDate today, String currency, Predicate<CategoryCode> accepts, int documents) {}

    public static List<Violation> violations(ApplicationForm form, Terms terms) {
        Findings found = new Findings();
        if (found.required("/business", form.business()) && form.business() != null) {
            business(found, form.business());
        }
        owners(found, form.ownersOrNone(), terms.today());
        if (found.required("/contact", form.contact()) && form.contact() != null) {
            contact(found, form.contact());
        }
        if (found.required("/bankAccount", form.bankAccount()) && form.bankAccount() != null) {
            bank(found, form.bankAccount());
        }
        if (found.required("/trading", form.trading()) && form.trading() != null) {
            trading(found, form.trading(), terms);
        }
        if (form.store() != null) {
            shop(found, form.store());
        }
        if (terms.documents() == 0) {
            found.add("/documents", "REQUIRED", "upload an extract of the register or the business licence");
        }
        return found.all();
    }

    private static void business(Findings found, Business business) {
        found.required("/business/legalName", business.legalName());
        found.required("/business/tradingName", business.tradingName());
        found.required("/business/legalForm", business.legalForm());
        found.form(
                "/business/website",
                business.website(),
                t -> t.matches("https?://\\S{3,}"),
                "a web address starts with https://");
        boolean country = country(found, "/business/country", business.country());
        if (found.required("/business/registrationNumber", business.registrationNumber())
                && country
                && business.country() != null
                && business.registrationNumber() != null) {
            identifier(
                    found,
                    "/business/registrationNumber",
                    RegistrationNumber.check(business.country(), business.registrationNumber()));
        }
    }

    private static void owners(Findings found, List<Owner> owners, LocalDate today) {
        if (owners.isEmpty()) {
            found.add("/owners", "REQUIRED", "name who owns the business");
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < owners.size(); i++) {
            Owner owner = owners.get(i);
            String path = "/owners/" + i;
            found.required(path + "/name", owner.name());
            country(found, path + "/country", owner.country());
            age(found, path + "/birthDate", owner.birthDate(), today);
            sum = sum.add(share(found, path + "/sharePercent", owner.sharePercent()));
        }
        if (sum.compareTo(WHOLE) > 0) {
            found.add("/owners", "SHARES", "the shares add up to more than 100 percent");
        }
    }

    private static void age(Findings found, String path, @Nullable LocalDate birthDate, LocalDate today) {
        if (!found.required(path, birthDate) || birthDate == null) {
            return;
        }
        if (birthDate.isAfter(today.minusYears(OWNER_AGE_MIN)) || birthDate.isBefore(today.minusYears(OWNER_AGE_MAX))) {
            found.add(path, "RANGE", "an owner is " + OWNER_AGE_MIN + " to " + OWNER_AGE_MAX + " years old");
        }
    }

    private static BigDecimal share(Findings found, String path, @Nullable BigDecimal share) {
        if (!found.required(path, share) || share == null) {
            return BigDecimal.ZERO;
        }
        if (share.signum() <= 0
                || share.compareTo(WHOLE) > 0
                || share.stripTrailingZeros().scale() > 2) {
            found.add(path, "RANGE", "above 0, at most 100, two decimals");
            return BigDecimal.ZERO;
        }
        return share;
    }

    private static void contact(Findings found, Contact contact) {
        found.required("/contact/name", contact.name());
        found.required("/contact/email", contact.email());
        found.form(
                "/contact/email",
                contact.email(),
                t -> t.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+"),
                "not an e-mail address");
        found.form("/contact/phone", contact.phone(), FormRules::phone, "digits, with + in front for other countries");
        found.form("/contact/language", contact.language(), t -> t.equals("en") || t.equals("zh"), "en or zh");
    }

    private static void bank(Findings found, Bank bank) {
        found.required("/bankAccount/holder", bank.holder());
        if (bank.iban() != null) {
            identifier(found, "/bankAccount/iban", Iban.check(bank.iban()));
        } else if (bank.cnaps() == null && bank.accountNumber() == null) {
            found.add("/bankAccount/iban", "REQUIRED", "give iban, or cnaps and accountNumber");
        } else {
            if (found.required("/bankAccount/cnaps", bank.cnaps()) && bank.cnaps() != null) {
                identifier(found, "/bankAccount/cnaps", CnapsCode.check(bank.cnaps()));
            }
            found.required("/bankAccount/accountNumber", bank.accountNumber());
            found.form(
                    "/bankAccount/accountNumber",
                    bank.accountNumber(),
                    t -> t.matches("[0-9]{8,32}"),
                    "8 to 32 digits");
        }
    }

    private static void trading(Findings found, Trading trading, Terms terms) {
        if (found.required("/trading/categoryCode", trading.categoryCode()) && trading.categoryCode() != null) {
            CategoryCode.find(trading.categoryCode())
                    .ifPresentOrElse(
                            code -> {
                                if (!terms.accepts().test(code)) {
                                    found.add("/trading/categoryCode", "NOT_ACCEPTED", "we do not take this business");
                                }
                            },
                            () -> found.add("/trading/categoryCode", "UNKNOWN", "not a merchant category code"));
        }
        amount(found, "/trading/expectedMonthlyTurnover", trading.expectedMonthlyTurnover(), terms.currency());
        amount(found, "/trading/averageTicket", trading.averageTicket(), terms.currency());
    }

    private static void amount(Findings found, String path, @Nullable Amount amount, String currency) {
        if (!found.required(path, amount) || amount == null) {
            return;
        }
        if (amount.value() <= 0) {
            found.add(path + "/value", "RANGE", "more than nothing");
        }
        if (!amount.currency().equals(currency)) {
            found.add(path + "/currency", "CURRENCY", "amounts are in " + currency);
        }
    }

    private static void shop(Findings found, Shop shop) {
        found.required("/store/name", shop.name());
        found.required("/store/line1", shop.line1());
        found.required("/store/city", shop.city());
        country(found, "/store/country", shop.country());
        if (found.required("/store/timeZone", shop.timeZone())) {
            found.form(
                    "/store/timeZone",
                    shop.timeZone(),
                    ZoneId.getAvailableZoneIds()::contains,
                    "for example Europe/Berlin");
        }
        found.form("/store/phone", shop.phone(), FormRules::phone, "digits, with + in front for other countries");
    }

    private static boolean country(Findings found, String path, @Nullable String country) {
        if (!found.required(path, country) || country == null) {
            return false;
        }
        if (!COUNTRIES.contains(country)) {
            found.add(path, "COUNTRY", "two capital letters (ISO 3166)");
            return false;
        }
        return true;
    }

    private static boolean phone(String text) {
        return text.matches("[+0-9][0-9 ()./-]{3,23}");
    }

    private static void identifier(Findings found, String path, IdentifierCheck check) {
        if (check instanceof Wrong wrong) {
            found.add(path, wrong.code(), wrong.message());
        }
    }
}
