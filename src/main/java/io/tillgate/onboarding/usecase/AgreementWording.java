package io.tillgate.onboarding.usecase;

import io.tillgate.onboarding.AgreementText;
import io.tillgate.onboarding.ApplicationForm.Business;
import io.tillgate.tenancy.LocalText;
import io.tillgate.tenancy.TenantSettings;
import io.tillgate.tenancy.TenantSettings.Agreement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of a tenant's agreement with a business: the tenant's own wording, or the shipped one, with what stands in braces
 * filled in. Depends on nothing but settings and form: asked again, it is the same to the byte.
 */
public final class AgreementWording {
    /** Stands where the business has not told yet. */
    private static final String BLANK = "________";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");
    private static final LocalText SHIPPED = new LocalText(shipped("en"), shipped("zh"));

    private final TenantSettings settings;
    private final Agreement agreement;

    AgreementWording(TenantSettings settings, Agreement agreement) {
        this.settings = settings;
        this.agreement = agreement;
    }

    String version() {
        return agreement.version();
    }

    /** @param plan the price list that the text names */
    AgreementText of(@Nullable Business business, String plan, Locale language) {
        LocalText wording = Objects.requireNonNullElse(agreement.text(), SHIPPED);
        Locale spoken = language.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ENGLISH;
        Map<String, String> values = values(business, plan, spoken);
        String text = PLACEHOLDER
                .matcher(wording.in(spoken))
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
        return new AgreementText(agreement.key(), agreement.version(), spoken, text);
    }

    private Map<String, String> values(@Nullable Business business, String plan, Locale language) {
        return Map.ofEntries(
                Map.entry("version", agreement.version()),
                Map.entry("tenant", settings.name().in(language)),
                Map.entry("acquirer", settings.acquirer().id()),
                Map.entry("law", country(settings.acquirer().country(), language)),
                Map.entry("merchant", told(business == null ? null : business.legalName())),
                Map.entry("trading", told(business == null ? null : business.tradingName())),
                Map.entry("registration", told(business == null ? null : business.registrationNumber())),
                Map.entry(
                        "country",
                        business == null || business.country() == null
                                ? BLANK
                                : country(told(business.country()), language)),
                Map.entry("currency", settings.currency().getCurrencyCode()),
                Map.entry("plan", plan),
                Map.entry("prices", prices(plan, language)),
                Map.entry("cutoff", settings.businessDay().cutOff().toString()),
                Map.entry("zone", settings.businessDay().zone().getId()));
    }

    private String prices(String plan, Locale language) {
        return settings.pricing()
                .plan(plan)
                .map(found -> String.join("\n", new PriceLines(settings.currency(), language).of(found)))
                .orElse("- " + plan);
    }

    private static String country(String code, Locale language) {
        return Locale.of("", code).getDisplayCountry(language);
    }

    /** One line, whatever was typed: a name must not become a clause. */
    private static String told(@Nullable String value) {
        return value == null || value.isBlank()
                ? BLANK
                : value.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    private static String shipped(String language) {
        String name = "/agreements/merchant-terms." + language + ".txt";
        try (InputStream found = AgreementWording.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(found, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
