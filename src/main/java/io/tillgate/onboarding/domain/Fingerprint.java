package io.tillgate.onboarding.domain;

import io.tillgate.onboarding.ApplicationForm;
import io.tillgate.onboarding.ApplicationForm.Bank;
import io.tillgate.onboarding.ApplicationForm.Business;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * By what one business is found again in another application, without keeping the thing itself: SHA-256 of the
 * registration number, the bank account, the name without legal form and order of words.
 */
public record Fingerprint(String kind, byte[] sha256) {
    public static List<Fingerprint> of(ApplicationForm form) {
        List<Fingerprint> prints = new ArrayList<>();
        Business business = form.business();
        if (business != null && business.registrationNumber() != null) {
            prints.add(of("registration-number", business.country() + bare(business.registrationNumber())));
        }
        if (business != null && business.legalName() != null) {
            prints.add(of(
                    "name",
                    String.join(
                            " ",
                            new TreeSet<>(
                                    ComparableName.of(business.legalName()).words()))));
        }
        Bank bank = form.bankAccount();
        if (bank != null && bank.iban() != null) {
            prints.add(of("bank-account", bare(bank.iban())));
        } else if (bank != null && bank.accountNumber() != null) {
            prints.add(of("bank-account", bank.cnaps() + ":" + bare(bank.accountNumber())));
        }
        return prints;
    }

    private static Fingerprint of(String kind, String text) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return new Fingerprint(kind, sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s./\\-]", "").toUpperCase(Locale.ROOT);
    }
}
