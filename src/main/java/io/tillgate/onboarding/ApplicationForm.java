package io.tillgate.onboarding;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a business tells of itself. A draft may lack anything; what a submission needs, the rules of the form say. Texts may
 * be in any script. Holds personal data: never logged.
 */
public record ApplicationForm(
        @Nullable Business business,
        @Nullable List<Owner> owners,
        @Nullable Contact contact,
        @Nullable Bank bankAccount,
        @Nullable Trading trading,
        @Nullable Shop store) {
    public static final ApplicationForm EMPTY = new ApplicationForm(null, List.of(), null, null, null, null);

    public List<Owner> ownersOrNone() {
        return owners == null ? List.of() : owners;
    }

    @Override
    public String toString() {
        return "ApplicationForm[...]";
    }

    /**
     * The business.
     *
     * @param legalForm as the country calls it
     * @param country of the register, ISO 3166 alpha-2
     */
    public record Business(
            @Nullable String legalName,
            @Nullable String tradingName,
            @Nullable String legalForm,
            @Nullable String country,
            @Nullable String registrationNumber,
            @Nullable String website) {}

    /**
     * Somebody who owns a part of it.
     *
     * @param sharePercent above 0, at most 100, two decimals
     */
    public record Owner(
            @Nullable String name,
            @Nullable BigDecimal sharePercent,
            @Nullable LocalDate birthDate,
            @Nullable String country) {}

    /**
     * Whom to write to.
     *
     * @param language {@code en} or {@code zh}
     */
    public record Contact(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String language) {}

    /** Either {@code iban}, or {@code cnaps} and {@code accountNumber}. */
    public record Bank(
            @Nullable String holder,
            @Nullable String iban,
            @Nullable String cnaps,
            @Nullable String accountNumber) {}

    /**
     * How it will trade.
     *
     * @param categoryCode merchant category code, ISO 18245
     */
    public record Trading(
            @Nullable String categoryCode,
            @Nullable Amount expectedMonthlyTurnover,
            @Nullable Amount averageTicket) {}

    /** Minor units of a currency (ISO 4217). */
    public record Amount(long value, String currency) {}

    /** The first place of business. */
    public record Shop(
            @Nullable String name,
            @Nullable String nameZh,
            @Nullable String line1,
            @Nullable String line2,
            @Nullable String city,
            @Nullable String region,
            @Nullable String postalCode,
            @Nullable String country,
            @Nullable String timeZone,
            @Nullable String phone) {}
}
