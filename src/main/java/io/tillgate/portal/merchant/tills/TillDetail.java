package io.tillgate.portal.merchant.tills;

import io.tillgate.portal.merchant.shop.Event;
import io.tillgate.portal.merchant.shop.State;
import java.util.List;

/** One till, all of it text in the reader's language. Links are empty where something cannot be done now. */
public record TillDetail(
        String number,
        String name,
        State state,
        List<Fact> facts,
        List<Document> documents,
        List<Event> events,
        List<Command> commands,
        String activation,
        Links links) {
    public TillDetail {
        facts = List.copyOf(facts);
        documents = List.copyOf(documents);
        events = List.copyOf(events);
        commands = List.copyOf(commands);
    }

    public record Fact(String label, String text) {}

    public record Document(String kind, String held, String newest, State state) {}

    public record Command(String kind, String when, State state) {}

    public record Links(String newCode, String block, String unblock, String restart, String retire) {}
}
