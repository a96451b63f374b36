package io.tillgate.terminals;

import com.fasterxml.jackson.annotation.JsonValue;
import io.tillgate.shared.TerminalId;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Locale;

/** Tells a terminal to do something. */
public record SendCommand(TerminalId terminal, Kind kind, JsonObject parameters, Duration validity) {
    public static final Duration VALIDITY_MAX = Duration.ofDays(7);

    public enum Kind {
        REBOOT,
        UPLOAD_LOG,
        BLOCK,
        UNBLOCK,
        LOAD_KEYS;

        /** As on the wire: {@code load-keys}. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
