package io.tillgate.terminals.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;
import io.tillgate.shared.TerminalId;
import io.tillgate.terminals.DownlinkClass;
import io.tillgate.terminals.usecase.NewDownlink;
import io.tillgate.terminals.usecase.TerminalOutbox.Downlink;
import io.tillgate.terminals.usecase.TerminalSessions.Key;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What the twin has to do as the outbox in PostgreSQL does, which needs a connection. */
class KeepingWhatWaitsForATerminalTest {
    private static final Key KEY = new Key(
            new TenantId(UUID.randomUUID()), new MerchantId(UUID.randomUUID()), new TerminalId(UUID.randomUUID()), 1);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T10:00:00Z"));
    private final InMemoryTerminalOutbox outbox = new InMemoryTerminalOutbox(now::get);

    @Test
    void of_versions_only_the_last_is_kept() {
        put(DownlinkClass.VERSIONS, "first");
        put(DownlinkClass.VERSIONS, "second");

        assertThat(channels()).containsExactly("second");
    }

    @Test
    void one_command_more_than_may_wait_is_refused_until_some_are_taken() {
        for (int i = 0; i < DownlinkClass.COMMAND.waitingMax(); i++) {
            put(DownlinkClass.COMMAND, "cmd");
        }
        assertThatThrownBy(() -> put(DownlinkClass.COMMAND, "cmd")).isInstanceOf(Refusal.class);

        outbox.delivered(KEY, List.of(1L)).await().indefinitely();
        put(DownlinkClass.COMMAND, "cmd");
        assertThat(outbox.waiting(KEY.terminal())).isEqualTo(DownlinkClass.COMMAND.waitingMax());
    }

    @Test
    void what_has_expired_is_left_out_and_takes_no_room() {
        for (int i = 0; i < DownlinkClass.COMMAND.waitingMax(); i++) {
            put(DownlinkClass.COMMAND, "old");
        }
        now.updateAndGet(time -> time.plus(DownlinkClass.COMMAND.lifetime()));
        put(DownlinkClass.COMMAND, "new");

        assertThat(channels()).containsExactly("new");
    }

    private void put(DownlinkClass kind, String channel) {
        outbox.put(
                        SqlConnection.newInstance(null),
                        new NewDownlink(KEY, UUID.randomUUID(), kind, channel, new JsonObject(), null))
                .await()
                .indefinitely();
    }

    private List<String> channels() {
        return outbox.next(KEY, 0, 100).await().indefinitely().stream()
                .map(Downlink::channel)
                .toList();
    }
}
