package io.tillgate.merchants.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillgate.merchants.Store;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.Refusal.Violation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is sent to add or edit a store.
 *
 * @param merchantId needed from staff; a merchant's own users may leave it out
 * @param timeZone IANA name, for example {@code Asia/Shanghai}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StoreForm(
        @Nullable MerchantId merchantId,
        @NotNull @Valid Name name,
        @NotNull @Valid Address address,
        @NotBlank @Size(max = 60) String timeZone,

        @Pattern(regexp = "[+0-9][0-9 ()./-]{3,23}") @Nullable
        String phone) {
    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    /** The name on receipts. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Name(
            @NotBlank @Size(max = 100) String en,
            @Size(min = 1, max = 100) @Nullable String zh) {}

    /** Where the store is; {@code country} is ISO 3166 alpha-2. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Address(
            @NotBlank @Size(max = 120) String line1,
            @Size(min = 1, max = 120) @Nullable String line2,
            @NotBlank @Size(max = 80) String city,
            @Size(min = 1, max = 80) @Nullable String region,
            @Size(min = 1, max = 16) @Nullable String postalCode,
            @NotNull @Pattern(regexp = "[A-Z]{2}") String country) {}

    Store.Details toDetails() {
        if (!COUNTRIES.contains(address.country())) {
            throw wrong("/address/country", "COUNTRY", "no country has this code");
        }
        return new Store.Details(
                new Store.Name(name.en(), name.zh()),
                new Store.Address(
                        address.line1(),
                        address.line2(),
                        address.city(),
                        address.region(),
                        address.postalCode(),
                        address.country()),
                zone(),
                phone);
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(timeZone);
        } catch (DateTimeException e) {
            throw wrong("/timeZone", "TIME_ZONE", "not a time zone name such as Europe/Berlin");
        }
    }

    static Refusal wrong(String path, String code, String message) {
        return new Refusal(CommonProblem.VALIDATION, message, List.of(new Violation(path, code, message)));
    }
}
