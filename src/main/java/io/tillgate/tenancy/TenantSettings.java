package io.tillgate.tenancy;

import io.tillgate.shared.TenantId;
import io.tillgate.shared.identifiers.CategoryCode;
import java.time.Period;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant's file says, after every check. Amounts are minor units of {@code currency}.
 * The order of the members is the order of the file; {@code src/docs/reference/tenant-file.md} explains each.
 */
public record TenantSettings(
        TenantId id,
        String slug,
        LocalText name,
        Locale locale,
        Currency currency,
        BusinessDay businessDay,
        Brand brand,
        Acquirer acquirer,
        FeePlans pricing,
        RiskSettings risk,
        List<CardHost> cardHosts,
        Limits limits,
        List<Agreement> agreements,
        Retention retention,
        KeyDelivery keys,
        PayoutBank payout,
        Onboarding onboarding) {

    public TenantSettings {
        cardHosts = List.copyOf(cardHosts);
        agreements = List.copyOf(agreements);
    }

    public Optional<CardHost> cardHost(String hostName) {
        return cardHosts.stream().filter(h -> h.name().equals(hostName)).findFirst();
    }

    /** The version a merchant accepts today; the last one of that key in the file. */
    public Optional<Agreement> currentAgreement(String key) {
        return agreements.stream().filter(a -> a.key().equals(key)).reduce((first, second) -> second);
    }

    /**
     * Colour and word mark of the tenant, on its pages and receipts.
     *
     * @param colour {@code #rrggbb}, at least 4.5:1 against white, so that white text on it can be read
     * @param logo word mark, 1 to 24 characters
     */
    public record Brand(String colour, String logo) {}

    /**
     * Who the tenant is to card hosts.
     *
     * @param id acquiring institution, ISO 8583 field 32, 6 to 11 digits
     * @param country ISO 3166-1 alpha-2
     */
    public record Acquirer(String id, String country) {}

    /**
     * What one terminal may do.
     *
     * @param messagesPerMinute MQTT messages up, before they are refused
     * @param saleMax largest amount of one sale, in minor units
     */
    public record Limits(int messagesPerMinute, long saleMax) {}

    /**
     * One text that merchants accept, and its version.
     *
     * @param text the tenant's own wording, with names of {@link #PLACEHOLDERS} in braces; null for the shipped one
     */
    public record Agreement(
            String key, String version, @Nullable LocalText text) {
        /** What is filled in for each merchant. */
        public static final Set<String> PLACEHOLDERS = Set.of(
                "version",
                "tenant",
                "acquirer",
                "law",
                "merchant",
                "trading",
                "registration",
                "country",
                "currency",
                "plan",
                "prices",
                "cutoff",
                "zone");
    }

    /** How long things are kept; what is older is erased. */
    public record Retention(Period cardData, Period applications, Period audit) {}

    /**
     * Whom the tenant takes.
     *
     * @param refusedCategories merchant category codes (ISO 18245) of businesses that it does not
     */
    public record Onboarding(Set<CategoryCode> refusedCategories) {
        public Onboarding {
            refusedCategories = Set.copyOf(refusedCategories);
        }

        public boolean accepts(CategoryCode category) {
            return !refusedCategories.contains(category);
        }
    }

    /** Whether a terminal gets its initial key over the air or from the factory. */
    public enum KeyDelivery {
        DELIVER,
        FACTORY
    }

    /** The account that pays merchants: an IBAN (with BIC), or in China an account at a bank named by its CNAPS code. */
    public sealed interface PayoutBank {
        String holder();

        record Iban(String holder, String iban, String bic) implements PayoutBank {}

        record Cnaps(String holder, String account, String bankCode) implements PayoutBank {}
    }
}
