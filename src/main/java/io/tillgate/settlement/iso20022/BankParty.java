package io.tillgate.settlement.iso20022;

import java.util.Optional;

/**
 * Who pays or is paid, with account and bank. A name longer than {@value #NAME_LENGTH_MAX} characters is cut: banks take no
 * more.
 */
public record BankParty(String name, BankAccountId account, BankAgent agent, Optional<Place> place) {
    static final int NAME_LENGTH_MAX = 140;

    public BankParty {
        name = Texts.fitting(name, NAME_LENGTH_MAX);
        Texts.require(name, NAME_LENGTH_MAX, "name");
    }

    public BankParty(String name, BankAccountId account, BankAgent agent) {
        this(name, account, agent, Optional.empty());
    }

    /** The least of an address that cross-border payments ask for. */
    public record Place(String town, String country) {
        public Place {
            Texts.require(town, 35, "town");
            Texts.require(country, 2, "country");
        }
    }
}
