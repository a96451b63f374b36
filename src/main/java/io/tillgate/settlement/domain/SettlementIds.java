package io.tillgate.settlement.domain;

import io.tillgate.ledger.DerivedId;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.TenantId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Ids that follow from what they name: a step that was killed and is done again makes the same ids, hence the same rows and
 * the same file. They begin with the business date, so that newer ones sort behind older ones.
 */
public final class SettlementIds {
    private SettlementIds() {}

    public static UUID run(TenantId tenant, LocalDate businessDate, int cycle) {
        return DerivedId.dated(businessDate, cycle, "settlement-run", tenant, businessDate, cycle);
    }

    public static UUID payout(UUID run, MerchantAccountId account, Currency currency) {
        return DerivedId.near(run, "payout", run, account, currency);
    }

    public static UUID attempt(UUID payout, int number) {
        return DerivedId.near(payout, "payout-attempt", payout, number);
    }

    public static UUID funding(UUID run, Currency currency) {
        return DerivedId.near(run, "host-funding", run, currency);
    }

    /** A file is what is in it: the same attempts make the same file. */
    public static UUID file(Collection<UUID> attempts) {
        UUID first = attempts.stream().min(UUID::compareTo).orElseThrow();
        return DerivedId.near(
                first,
                "payment-file",
                attempts.stream().map(UUID::toString).sorted().collect(Collectors.joining(",")));
    }

    /** As ISO 20022 takes it: at most 35 characters. */
    public static String endToEnd(UUID attempt) {
        return hex(attempt);
    }

    /** Of a file; at most 35 characters, too. */
    public static String message(UUID file) {
        return "TG" + hex(file);
    }

    /** What a card host writes beside its money, where it can: {@code HF}, the date, the cycle. */
    public static String fundingReference(LocalDate businessDate, int cycle) {
        return "HF" + businessDate.toString().replace("-", "") + "-" + cycle;
    }

    /** Whether a text names this reference, and not one that only begins like it. */
    public static boolean names(String text, String fundingReference) {
        int at = text.indexOf(fundingReference);
        while (at >= 0) {
            int end = at + fundingReference.length();
            if (end == text.length() || !Character.isDigit(text.charAt(end))) {
                return true;
            }
            at = text.indexOf(fundingReference, end);
        }
        return false;
    }

    private static String hex(UUID id) {
        return id.toString().replace("-", "");
    }
}
