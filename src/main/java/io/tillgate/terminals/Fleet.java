package io.tillgate.terminals;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.shared.MerchantId;
import io.tillgate.terminals.usecase.TerminalViews;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** All terminals that a reader may see, by state and by number. */
@ApplicationScoped
public class Fleet {
    private final TerminalViews views;

    Fleet(TerminalViews views) {
        this.views = views;
    }

    /** How a terminal is doing, in one word. */
    public enum Doing {
        /** Connected now. */
        ONLINE,
        /** Has sold or could have, and is not connected. */
        OFFLINE,
        /** Takes no money until it is unblocked. */
        BLOCKED,
        /** Waits for its activation code to be typed in. */
        WAITING,
        REVOKED;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * Which terminals; a null asks nothing.
     *
     * @param search a whole terminal or merchant number, or part of a label
     */
    public record Asked(
            @Nullable String search,
            @Nullable Doing doing,
            @Nullable MerchantId merchant) {}

    /** How many are doing what. */
    public record Counts(long online, long offline, long blocked, long waiting, long revoked) {
        public long all() {
            return online + offline + blocked + waiting;
        }
    }

    /** Oldest first. */
    public Uni<Page<Terminal>> list(Scope scope, Asked asked, PageRequest page) {
        return views.fleet(scope, asked, page);
    }

    public Uni<Counts> counts(Scope scope) {
        return views.counts(scope);
    }

    public static Doing doing(Terminal terminal) {
        return switch (terminal.status()) {
            case CREATED -> Doing.WAITING;
            case BLOCKED -> Doing.BLOCKED;
            case REVOKED -> Doing.REVOKED;
            case ACTIVE -> {
                Terminal.Connection connection = terminal.connection();
                yield connection != null && connection.online() ? Doing.ONLINE : Doing.OFFLINE;
            }
        };
    }
}
