package io.tillgate.risk.domain;

import io.tillgate.risk.RiskPolicy.Action;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists that every tenant has, with a meaning of their own; no rule needs to ask for them. */
public enum BuiltInList {
    /** Goes on, whatever the rules say; they are recorded nevertheless. */
    ALLOWED_CARDS("allowed-cards", Fact.CARD_TOKEN, null),
    BLOCKED_CARDS("blocked-cards", Fact.CARD_TOKEN, Action.REFUSE),
    BLOCKED_TERMINALS("blocked-terminals", Fact.TERMINAL, Action.REFUSE),
    WATCHED_CARDS("watched-cards", Fact.CARD_TOKEN, Action.REVIEW);

    private final String listName;
    private final Fact fact;
    private final @Nullable Action action;

    BuiltInList(String listName, Fact fact, @Nullable Action action) {
        this.listName = listName;
        this.fact = fact;
        this.action = action;
    }

    public String listName() {
        return listName;
    }

    public Fact fact() {
        return fact;
    }

    public Optional<Action> action() {
        return Optional.ofNullable(action);
    }
}
