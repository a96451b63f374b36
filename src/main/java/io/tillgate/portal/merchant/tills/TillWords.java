package io.tillgate.portal.merchant.tills;

import io.tillgate.portal.frame.Formats;
import io.tillgate.portal.merchant.shop.State;
import io.tillgate.terminals.Terminal;
import io.tillgate.terminals.Terminal.Connection;
import io.tillgate.terminals.TerminalCommand;
import io.tillgate.terminals.TerminalEvent;
import java.time.Instant;
import java.util.Map;

/** What a till's states, events and commands are called. */
record TillWords(TillsMessages words, Formats formats) {

    State state(Terminal till) {
        return switch (till.status()) {
            case CREATED -> new State(words.s_created(), "");
            case BLOCKED -> new State(words.s_blocked(), "bad");
            case REVOKED -> new State(words.s_revoked(), "");
            case ACTIVE -> isOnline(till) ? new State(words.s_online(), "good") : new State(words.s_offline(), "warn");
        };
    }

    static boolean isOnline(Terminal till) {
        Connection connection = till.connection();
        return connection != null && connection.online();
    }

    /** When it was last heard of. */
    String seen(Terminal till) {
        Connection connection = till.connection();
        if (isOnline(till)) {
            return words.now();
        }
        Instant ended = connection == null ? null : connection.endedAt();
        return ended != null ? formats.moment(ended) : words.never();
    }

    String software(Terminal till) {
        return reported(till, "software");
    }

    String battery(Terminal till) {
        String percent = reported(till, "battery");
        return percent.isEmpty() ? "" : percent + " %";
    }

    String clock(Terminal till) {
        Object offset = till.reported() == null ? null : till.reported().get("clockOffsetMillis");
        if (!(offset instanceof Number millis)) {
            return "";
        }
        long seconds = Math.abs(millis.longValue()) / 1000;
        return seconds < 2 ? words.clock_right() : words.clock_off(formats.number(seconds));
    }

    String document(String kind) {
        return switch (kind) {
            case "catalogue" -> words.k_catalogue();
            case "prices" -> words.k_prices();
            case "promotions" -> words.k_promotions();
            case "stock" -> words.k_stock();
            case "configuration" -> words.k_configuration();
            case "keys" -> words.k_keys();
            default -> kind;
        };
    }

    String event(TerminalEvent event) {
        return switch (event.kind()) {
            case "created" -> words.e_created();
            case "activation-code-renewed" -> words.e_code();
            case "enrolled" -> words.e_enrolled();
            case "renewed" -> words.e_renewed();
            case "connected" -> words.e_connected();
            case "disconnected" -> words.e_disconnected();
            case "lost" -> words.e_lost();
            case "will" -> words.e_will();
            case "blocked" -> words.e_blocked();
            case "unblocked" -> words.e_unblocked();
            case "revoked" -> words.e_revoked();
            case "job" -> words.e_job();
            default ->
                event.kind().startsWith("terminal:")
                        ? words.e_fault(event.kind().substring("terminal:".length()))
                        : words.e_other(event.kind());
        };
    }

    static String tone(TerminalEvent event) {
        return switch (event.kind()) {
            case "connected", "enrolled", "renewed", "unblocked" -> "good";
            case "lost" -> "warn";
            case "blocked", "revoked" -> "bad";
            default -> event.kind().startsWith("terminal:") ? "warn" : "";
        };
    }

    /** What the till said with it, if it said a sentence. */
    static String detail(Map<String, Object> detail) {
        Object said = detail.get("detail");
        return said instanceof String text ? text : "";
    }

    String command(TerminalCommand command) {
        return switch (command.kind()) {
            case "reboot" -> words.c_reboot();
            case "upload-log" -> words.c_upload_log();
            case "block" -> words.c_block();
            case "unblock" -> words.c_unblock();
            case "load-keys" -> words.c_load_keys();
            default -> command.kind();
        };
    }

    State commandState(TerminalCommand command, Instant now) {
        return switch (command.status()) {
            case "done" -> new State(words.w_done(), "good");
            case "failed" -> new State(words.w_failed(), "warn");
            default ->
                command.expiresAt().isBefore(now) ? new State(words.w_expired(), "") : new State(words.w_waiting(), "");
        };
    }

    private static String reported(Terminal till, String member) {
        Object value = till.reported() == null ? null : till.reported().get(member);
        return value == null ? "" : value.toString();
    }
}
