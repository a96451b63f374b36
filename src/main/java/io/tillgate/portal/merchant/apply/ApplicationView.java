package io.tillgate.portal.merchant.apply;

import io.tillgate.onboarding.AgreementText;
import io.tillgate.portal.frame.Mistakes;
import io.tillgate.portal.merchant.shop.Option;
import java.util.List;
import java.util.Map;

/**
 * An application as its pages show it, all of it text in the reader's language.
 *
 * @param step of the page; empty on those that are none
 * @param version that was read, sent back with every form
 * @param values of the fields, by name
 * @param asked what the reviewer wants put right, of this page or of all
 */
public record ApplicationView(
        String step,
        List<StepLink> steps,
        String version,
        Map<String, String> values,
        Mistakes mistakes,
        List<Asked> asked,
        Choices choices,
        List<OwnerRow> owners,
        boolean moreOwners,
        List<Paper> papers,
        List<Part> parts,
        Standing standing) {
    public ApplicationView {
        steps = List.copyOf(steps);
        values = Map.copyOf(values);
        asked = List.copyOf(asked);
        owners = List.copyOf(owners);
        papers = List.copyOf(papers);
        parts = List.copyOf(parts);
    }

    public String at(String field) {
        return values.getOrDefault(field, "");
    }

    /**
     * The way to one page.
     *
     * @param next whether it is the first that is left to do
     * @param note what is left to do in it; empty when nothing is
     */
    public record StepLink(
            String href, String label, boolean done, boolean current, boolean next, String note, String action) {}

    /** One thing to put right, and where. */
    public record Asked(String href, String where, String message) {}

    /**
     * What there is to choose from.
     *
     * @param iban whether the bank account is one with an IBAN; otherwise a Chinese one
     * @param money the currency's code
     * @param find what the lines of business were searched for
     */
    public record Choices(
            boolean chinese,
            boolean iban,
            String money,
            List<Option> countries,
            List<Option> storeCountries,
            List<Option> zones,
            List<Option> languages,
            List<Option> trades,
            String find) {
        public Choices {
            countries = List.copyOf(countries);
            storeCountries = List.copyOf(storeCountries);
            zones = List.copyOf(zones);
            languages = List.copyOf(languages);
            trades = List.copyOf(trades);
        }
    }

    /** One owner's fields. */
    public record OwnerRow(
            String number, String title, Cell name, Cell share, Cell birthDate, Cell country, List<Option> countries) {
        public OwnerRow {
            countries = List.copyOf(countries);
        }
    }

    public record Cell(String field, String value, String error) {}

    /** A document that was uploaded. */
    public record Paper(String href, String name, String about) {}

    /** One page's answers, to look over before they are sent. */
    public record Part(String title, String href, List<Fact> facts, List<String> missing) {
        public Part {
            facts = List.copyOf(facts);
            missing = List.copyOf(missing);
        }
    }

    public record Fact(String label, String value) {}

    /**
     * Where it stands.
     *
     * @param state as the application's own word; {@code none} where there is no application
     * @param complete whether it could be handed in now
     * @param percent how much of it is done
     * @param agreed whether what was accepted is what would be accepted now
     * @param agreement the text, in the reader's language
     */
    public record Standing(
            String state,
            String reference,
            String business,
            String progress,
            String percent,
            boolean complete,
            boolean editable,
            boolean agreed,
            AgreementText agreement,
            List<Event> events,
            List<String> reasons) {
        public Standing {
            events = List.copyOf(events);
            reasons = List.copyOf(reasons);
        }
    }

    public record Event(String title, String when, String about, String tone) {}
}
