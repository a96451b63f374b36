package io.tillgate.shared.identifiers;

import io.tillgate.shared.identifiers.IdentifierCheck.Proven;
import io.tillgate.shared.identifiers.IdentifierCheck.Unproven;
import io.tillgate.shared.identifiers.IdentifierCheck.Wrong;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The number under which a business stands in a public register. What the country's register defines is checked; an
 * LEI (ISO 17442-1) or an EUID (Directive (EU) 2017/1132) may stand for it; of countries we hold no table for only
 * the form is checked, and the answer says so.
 */
public record RegistrationNumber(String country, String value) {
    private static final Pattern EUID = Pattern.compile("[A-Z]{2}[A-Z0-9]*\\.[A-Z0-9_]{2,40}");
    private static final Pattern ANY = Pattern.compile("[\\p{L}\\p{N}]{2,40}");

    public RegistrationNumber {
        if (!check(country, value).acceptable()) {
            throw new IllegalArgumentException("not a registration number of " + country);
        }
    }

    /** Of text as people write it: spaces, dots, dashes and slashes between groups are taken out. */
    public static IdentifierCheck check(String country, String text) {
        if (!country.matches("[A-Z]{2}")) {
            return new Wrong("COUNTRY", "the country is two capital letters (ISO 3166)");
        }
        if (text.length() > 60) {
            return new Wrong("LENGTH", "a registration number has at most 60 characters");
        }
        String upper = "CN".equals(country) ? text.strip() : text.strip().toUpperCase(Locale.ROOT);
        if (upper.startsWith(country) && EUID.matcher(upper).matches()) {
            return new Unproven(upper, "an EUID carries no check digit of its own");
        }
        String number = upper.replaceAll("[\\s./\\-]", "");
        if (RegistrationSchemes.LEI.matches(number)) {
            return Iso7064.isMod97And10(number)
                    ? new Proven(number, RegistrationSchemes.LEI.name())
                    : new Wrong("CHECK_DIGIT", "the LEI's check digits do not agree");
        }
        return national(country, number);
    }

    private static IdentifierCheck national(String country, String number) {
        List<RegistrationScheme> schemes = RegistrationSchemes.of(country);
        if (schemes.isEmpty()) {
            return ANY.matcher(number).matches()
                    ? new Unproven(number, "no table for this country: only the form was checked")
                    : new Wrong("FORMAT", "2 to 40 letters and digits");
        }
        IdentifierCheck answer = new Wrong("FORMAT", "expected: " + names(schemes));
        for (RegistrationScheme scheme : schemes) {
            if (scheme.matches(number)) {
                answer = apply(scheme, number);
                if (answer.acceptable()) {
                    return answer;
                }
            }
        }
        return answer;
    }

    private static IdentifierCheck apply(RegistrationScheme scheme, String number) {
        Predicate<String> check = scheme.check();
        if (check == null) {
            return new Unproven(number, scheme.name() + " carries no check digit");
        }
        return check.test(number)
                ? new Proven(number, scheme.name())
                : new Wrong("CHECK_DIGIT", "the check digit of " + scheme.name() + " does not agree");
    }

    private static String names(List<RegistrationScheme> schemes) {
        return String.join(", ", schemes.stream().map(RegistrationScheme::name).toList());
    }

    @Override
    public String toString() {
        return country + " " + value;
    }
}
