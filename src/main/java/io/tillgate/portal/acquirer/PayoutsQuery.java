package io.tillgate.portal.acquirer;

import io.tillgate.settlement.Payouts;
import io.tillgate.shared.MerchantId;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What the list of payouts is narrowed to, as it stands in the address; the framework fills it. */
public final class PayoutsQuery {
    /** What a tab of the list holds. */
    private static final Map<String, List<String>> GROUPS = Map.of(
            "waiting", List.of("drafted", "signed"),
            "bank", List.of("released", "fetched", "accepted"),
            "back", List.of("rejected", "returned"),
            "held", List.of("held"),
            "paid", List.of("booked"),
            "cancelled", List.of("cancelled"));

    @RestQuery
    @Nullable
    String state;

    @RestQuery
    @Nullable
    String merchant;

    @RestQuery
    @Nullable
    String from;

    @RestQuery
    @Nullable
    String to;

    /** The tab; what waits for a person, where none is named. */
    String group() {
        return state != null && (GROUPS.containsKey(state) || state.equals("all")) ? state : "waiting";
    }

    @Nullable
    MerchantId merchant() {
        return merchant == null || merchant.isBlank() ? null : new MerchantId(Typed.id(merchant));
    }

    Payouts.Filter filter() {
        return new Payouts.Filter(GROUPS.get(group()), null, merchant(), day(from), day(to));
    }

    /** What waits for two people, whatever the list shows. */
    static Payouts.Filter waiting() {
        return new Payouts.Filter(GROUPS.get("waiting"), null, null, null, null);
    }

    Shelf shelf(String path) {
        return Shelf.of(path)
                .with("state", group())
                .with("merchant", merchant)
                .with("from", text(from))
                .with("to", text(to));
    }

    /** As the field shows it; what is no day is left out. */
    static String text(@Nullable String day) {
        LocalDate date = day(day);
        return date == null ? "" : date.toString();
    }

    private static @Nullable LocalDate day(@Nullable String day) {
        try {
            return day == null || day.isBlank() ? null : LocalDate.parse(day.strip());
        } catch (DateTimeException noDay) {
            return null;
        }
    }
}
