package io.tillgate.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the home page shows, all of it text in the reader's language.
 *
 * @param day absent for the platform, which has no business day
 */
public record HomeView(
        Frame frame,
        String organisation,
        String username,
        List<Role> roles,
        String merchant,
        boolean ofMerchant,
        @Nullable Day day) {

    /**
     * What every page has around it.
     *
     * @param language {@code en} or {@code zh-CN}
     * @param mark the first character of the word mark
     * @param version changes with the brand, so that the stylesheet may be cached
     */
    public record Frame(String language, String slug, String logo, String mark, String version, String initials) {}

    /** A role and what it is for. */
    public record Role(String name, String can) {}

    /** The business day that runs now and what the bank does. */
    public record Day(String date, String ends, boolean bankOpen, String nextBankDay, String asOf) {}
}
