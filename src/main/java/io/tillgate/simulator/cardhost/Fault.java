package io.tillgate.simulator.cardhost;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that shall go wrong.
 *
 * @param count how many messages (or connections) it hits, 1 by default, at most 100,000
 * @param match which messages; everything when absent
 * @param delayMillis for delay and late, at most 10 minutes
 * @param responseCode for decline, 05 by default
 */
record Fault(Kind kind, int count, Match match, long delayMillis, String responseCode) {
    /** What happens. */
    enum Kind {
        /** Processed at once, answered after the delay. */
        DELAY,
        /** The same, with a delay longer than anybody waits: 20 s unless said. */
        LATE,
        /** Processed, never answered. */
        DROP,
        /** Neither processed nor answered. */
        LOSE_REQUEST,
        /** Answered twice. */
        DUPLICATE,
        /** Processed, the answer cannot be read. */
        GARBLE,
        /** Refused with the response code. */
        DECLINE,
        /** Processed, then the connection is cut instead of an answer. */
        DISCONNECT,
        /** Connections are cut as soon as they are made, and those that exist at once. */
        REFUSE_CONNECTIONS
    }

    /** Absent members match everything. */
    record Match(
            @Nullable String mti,
            @Nullable String terminal,
            @Nullable Long amount) {
        boolean fits(HostMessage message) {
            return (mti == null || mti.equals(message.mti()))
                    && (terminal == null || terminal.equals(message.terminal()))
                    && (amount == null || amount == message.amount());
        }
    }

    Fault {
        if (count < 1 || count > 100_000 || delayMillis < 0 || delayMillis > 600_000) {
            throw new IllegalArgumentException("count is 1 to 100000, delayMillis 0 to 600000");
        }
        if (!responseCode.matches("[0-9A-Z]{2}")) {
            throw new IllegalArgumentException("responseCode has two characters");
        }
    }

    @JsonCreator
    static Fault of(
            @JsonProperty(value = "fault", required = true) String fault,
            @JsonProperty("count") @Nullable Integer count,
            @JsonProperty("match") @Nullable Match match,
            @JsonProperty("delayMillis") @Nullable Long delayMillis,
            @JsonProperty("responseCode") @Nullable String responseCode) {
        Kind kind = Kind.valueOf(fault.toUpperCase(Locale.ROOT).replace('-', '_'));
        long usual = kind == Kind.LATE ? 20_000 : kind == Kind.DELAY ? 1_000 : 0;
        return new Fault(
                kind,
                count == null ? 1 : count,
                match == null ? new Match(null, null, null) : match,
                delayMillis == null ? usual : delayMillis,
                responseCode == null ? "05" : responseCode);
    }

    Fault once() {
        return new Fault(kind, count - 1, match, delayMillis, responseCode);
    }
}
