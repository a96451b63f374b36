package io.tillgate.portal.merchant.apply;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The pages of an application, in their order. */
enum ApplicationStep {
    BUSINESS,
    OWNERS,
    CONTACT,
    BANK,
    TRADING,
    STORE,
    DOCUMENTS,
    CHECK;

    /** In the address. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What its mistakes' paths begin with; the last step has none of its own. */
    String path() {
        return switch (this) {
            case BANK -> "/bankAccount";
            case CHECK -> "/-";
            case BUSINESS, OWNERS, CONTACT, TRADING, STORE, DOCUMENTS -> "/" + word();
        };
    }

    ApplicationStep next() {
        List<ApplicationStep> all = List.of(values());
        return all.get(Math.min(all.indexOf(this) + 1, all.size() - 1));
    }

    static Optional<ApplicationStep> of(String word) {
        return Arrays.stream(values()).filter(step -> step.word().equals(word)).findFirst();
    }
}
