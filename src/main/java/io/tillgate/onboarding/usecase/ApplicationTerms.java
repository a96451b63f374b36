package io.tillgate.onboarding.usecase;

import io.tillgate.shared.TenantId;
import io.tillgate.shared.identifiers.CategoryCode;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a tenant's file says that matters to an application.
 *
 * @param agreement the text that merchants accept, in the version in force
 * @param name what the tenant is called in a language
 */
public record ApplicationTerms(
        String slug,
        Function<Locale, String> name,
        Currency currency,
        Set<String> feePlans,
        String defaultFeePlan,
        AgreementWording agreement,
        Predicate<CategoryCode> accepts) {
    /** Where they come from. */
    public interface Source {
        ApplicationTerms of(TenantId tenant);
    }
}
