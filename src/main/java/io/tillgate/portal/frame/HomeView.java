package io.tillgate.portal.frame;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page about one's own account shows, all of it text in the reader's language.
 *
 * @param day absent for the platform, which has no business day
 */
public record HomeView(
        String organisation,
        String username,
        List<Role> roles,
        String merchant,
        boolean ofMerchant,
        @Nullable Day day) {

    /** A role and what it is for. */
    public record Role(String name, String can) {}

    /** The business day that runs now and what the bank does. */
    public record Day(String date, String ends, boolean bankOpen, String nextBankDay, String asOf) {}
}
