package io.tillgate.shared.identifiers;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a country numbers businesses.
 *
 * @param name as the country calls it, with the standard where there is one
 * @param form the whole number after spaces, dots, dashes and slashes are taken out
 * @param check null when the number carries no proof
 */
record RegistrationScheme(
        String name, Pattern form, @Nullable Predicate<String> check) {
    static RegistrationScheme checked(String name, String form, Predicate<String> check) {
        return new RegistrationScheme(name, Pattern.compile(form), check);
    }

    static RegistrationScheme formOnly(String name, String form) {
        return new RegistrationScheme(name, Pattern.compile(form), null);
    }

    boolean matches(String number) {
        return form.matcher(number).matches();
    }
}
