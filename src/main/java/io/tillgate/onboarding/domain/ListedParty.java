package io.tillgate.onboarding.domain;

import java.util.List;

/**
 * One entry of a sanctions list.
 *
 * @param reference the list's own id of the entry
 * @param names primary name first, then the other names
 */
public record ListedParty(String reference, Kind kind, List<String> names, String programme) {
    public ListedParty {
        names = List.copyOf(names);
    }

    /** What the entry is; ships and aircraft are not screened against. */
    public enum Kind {
        ORGANISATION,
        PERSON
    }
}
