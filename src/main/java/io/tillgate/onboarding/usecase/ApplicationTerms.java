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
 * @param agreement key of the text that merchants accept
 * @param agreementVersion the one in force
 * @param name what the tenant is called in a language
 */
public record ApplicationTerms(
        String slug,
        Function<Locale, String> name,
        Currency currency,
        Set<String> feePlans,
        String defaultFeePlan,
        String agreement,
        String agreementVersion,
        Predicate<CategoryCode> accepts) {
    /** Where they come from. */
    public interface Source {
        ApplicationTerms of(TenantId tenant);
    }
}
