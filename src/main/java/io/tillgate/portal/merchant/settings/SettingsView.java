package io.tillgate.portal.merchant.settings;

import io.tillgate.portal.frame.Mistakes;
import io.tillgate.portal.merchant.shop.PriceWords;
import java.util.List;
import java.util.Map;

/** What was agreed with the payment company, and where the money goes, all of it text in the reader's language. */
public record SettingsView(
        List<Fact> business, List<Account> accounts, List<Asked> changes, String standing, boolean owner) {
    public SettingsView {
        business = List.copyOf(business);
        accounts = List.copyOf(accounts);
        changes = List.copyOf(changes);
    }

    public record Fact(String label, String value) {}

    /** @param change where another bank account is asked for; empty while one is waiting, and for who may not */
    public record Account(
            String number,
            String about,
            String plan,
            String planAbout,
            List<PriceWords.Line> prices,
            String holder,
            String bank,
            String change) {
        public Account {
            prices = List.copyOf(prices);
        }
    }

    /** A change that takes two people. {@code withdraw} is empty where it cannot be withdrawn. */
    public record Asked(
            String id, String what, String about, String state, String tone, String decided, String withdraw) {}

    /** The form that asks for another bank account. */
    public record BankForm(String action, String now, boolean iban, Map<String, String> values, Mistakes mistakes) {
        public BankForm {
            values = Map.copyOf(values);
        }

        public String at(String field) {
            return values.getOrDefault(field, "");
        }
    }
}
