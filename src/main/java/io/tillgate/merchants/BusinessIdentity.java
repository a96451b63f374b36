package io.tillgate.merchants;

import org.jspecify.annotations.Nullable;

/**
 * What a business is called and where it is registered.
 *
 * @param country ISO 3166 alpha-2, of the register
 * @param registrationNumber as {@link io.tillgate.shared.identifiers.RegistrationNumber} normalises it
 */
public record BusinessIdentity(
        String legalName,
        String tradingName,
        String legalForm,
        String country,
        String registrationNumber,
        @Nullable String website) {}
