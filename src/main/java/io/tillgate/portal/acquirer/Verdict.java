package io.tillgate.portal.acquirer;

import io.tillgate.onboarding.ApplicationState.Item;
import io.tillgate.portal.frame.Mistakes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * A reviewer's decision as it was typed.
 *
 * @param asks by part of the form, what the applicant should put right
 */
public record Verdict(String decision, String feePlan, List<String> reasons, String note, Map<String, String> asks) {
    static final String APPROVE = "approve";
    static final String ASK = "ask";
    static final String REFUSE = "refuse";
    static final Verdict NONE = new Verdict("", "", List.of(), "", Map.of());

    /** Parts of the form that something can be asked about, as the review page names them. */
    public static final List<String> PARTS =
            List.of("business", "owners", "contact", "bankAccount", "trading", "store", "documents");

    /** Why an application is refused. All but the last are told to the applicant. */
    public static final List<String> REASONS = List.of(
            "CATEGORY_NOT_SERVED",
            "COUNTRY_NOT_SERVED",
            "NOT_AS_REGISTERED",
            "ACCOUNT_NOT_OWN",
            "DOCUMENTS_INSUFFICIENT",
            "TURNOVER_OUT_OF_RANGE",
            "DUPLICATE",
            "INTERNAL");

    private static final int NOTE_MAX = 2_000;

    /** The fields of the form; the framework fills them. */
    public static final class Sent {
        @RestForm
        @Nullable
        String decision;

        @RestForm
        @Nullable
        String feePlan;

        @RestForm
        @Nullable
        List<String> reasons;

        @RestForm
        @Nullable
        String note;

        @RestForm("ask.business")
        @Nullable
        String business;

        @RestForm("ask.owners")
        @Nullable
        String owners;

        @RestForm("ask.contact")
        @Nullable
        String contact;

        @RestForm("ask.bankAccount")
        @Nullable
        String bankAccount;

        @RestForm("ask.trading")
        @Nullable
        String trading;

        @RestForm("ask.store")
        @Nullable
        String store;

        @RestForm("ask.documents")
        @Nullable
        String documents;

        Verdict verdict() {
            Map<String, String> asks = new LinkedHashMap<>();
            put(asks, "business", business);
            put(asks, "owners", owners);
            put(asks, "contact", contact);
            put(asks, "bankAccount", bankAccount);
            put(asks, "trading", trading);
            put(asks, "store", store);
            put(asks, "documents", documents);
            return new Verdict(
                    Typed.text(decision),
                    Typed.text(feePlan),
                    reasons == null
                            ? List.of()
                            : reasons.stream().filter(REASONS::contains).toList(),
                    Typed.text(note),
                    asks);
        }

        private static void put(Map<String, String> asks, String part, @Nullable String text) {
            if (text != null && !text.isBlank()) {
                asks.put(part, text.strip());
            }
        }
    }

    public boolean is(String kind) {
        return decision.equals(kind);
    }

    public boolean has(String reason) {
        return reasons.contains(reason);
    }

    public String ask(String part) {
        return asks.getOrDefault(part, "");
    }

    List<Item> items() {
        List<Item> items = new ArrayList<>();
        asks.forEach((part, text) -> items.add(new Item("/" + part, "PUT_RIGHT", text)));
        return items;
    }

    Mistakes mistakes(Desk desk) {
        AcquirerMessages words = desk.words();
        if (!Set.of(APPROVE, ASK, REFUSE).contains(decision)) {
            return Mistakes.of(words.choose_decision());
        }
        if (decision.equals(ASK) && asks.isEmpty()) {
            return Mistakes.of(words.ask_something());
        }
        if (decision.equals(REFUSE) && reasons.isEmpty()) {
            return Mistakes.of(words.refuse_reason());
        }
        boolean longer =
                note.length() > NOTE_MAX || asks.values().stream().anyMatch(each -> each.length() > Typed.LENGTH_MAX);
        return longer ? Mistakes.of(words.too_long()) : Mistakes.NONE;
    }
}
