package io.tillgate.merchants.rest;

import io.tillgate.merchants.NewAccount;
import io.tillgate.shared.identifiers.CategoryCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Currency;

/**
 * A further account of a merchant, and why.
 *
 * @param currency ISO 4217
 * @param categoryCode ISO 18245
 */
public record NewAccountForm(
        @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,
        @NotBlank @Size(max = 4) String categoryCode,
        @NotBlank @Size(max = 60) String feePlan,
        @NotNull @Valid ChangeForm.Bank bankAccount,
        @NotBlank @Size(max = 500) String reason) {
    NewAccount toAccount() {
        CategoryCode category = CategoryCode.find(categoryCode)
                .orElseThrow(() -> StoreForm.wrong("/categoryCode", "UNKNOWN", "not a merchant category code"));
        return new NewAccount(known(), category, feePlan, ChangeForm.toBankAccount(bankAccount));
    }

    private Currency known() {
        try {
            return Currency.getInstance(currency);
        } catch (IllegalArgumentException unknown) {
            throw StoreForm.wrong("/currency", "CURRENCY", "no currency has this code");
        }
    }
}
