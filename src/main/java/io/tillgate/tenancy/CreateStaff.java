package io.tillgate.tenancy;

import io.tillgate.shared.MerchantId;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Lets one more person in.
 *
 * @param role one business role
 * @param password in embedded installations only; elsewhere the person gets a letter and chooses one
 * @param merchant for people of a merchant; a merchant's owner need not say it
 */
public record CreateStaff(
        @NotNull @Size(min = 1, max = 40) String role,

        @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9._-]{2,63}")
        String username,

        @NotNull @Email @Size(max = 254) String email,
        @Nullable @Size(min = 12, max = 128) String password,
        @Nullable MerchantId merchant) {

    CreateStaff ofMerchant(@Nullable MerchantId owners) {
        return new CreateStaff(role, username, email, password, owners);
    }

    @Override
    public String toString() {
        return "CreateStaff[" + role + ", " + username + "]";
    }
}
