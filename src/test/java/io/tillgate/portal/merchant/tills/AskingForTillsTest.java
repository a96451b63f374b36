package io.tillgate.portal.merchant.tills;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.StoreId;
import io.tillgate.shared.TerminalId;
import io.tillgate.terminals.Terminal;
import io.tillgate.terminals.Terminal.Activation;
import io.tillgate.terminals.Terminal.Connection;
import io.tillgate.terminals.Terminal.Status;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AskingForTillsTest {
    @Test
    void a_till_is_found_by_part_of_its_number_or_name_however_it_is_written() {
        assertThat(asks("0000ab", null, null)).isTrue();
        assertThat(asks(" KITCHEN ", null, null)).isTrue();
        assertThat(asks("counter", null, null)).isFalse();
        assertThat(asks("", "", "")).isTrue();
    }

    @Test
    void only_tills_of_the_store_and_of_what_they_do_are_shown() {
        assertThat(asks(null, new UUID(0, 4).toString(), null)).isTrue();
        assertThat(asks(null, new UUID(0, 5).toString(), null)).isFalse();
        assertThat(asks(null, null, "offline")).isTrue();
        assertThat(asks(null, null, "online")).isFalse();
    }

    @Test
    void a_state_that_is_none_asks_nothing() {
        assertThat(asks(null, null, "asleep")).isTrue();
    }

    private static boolean asks(@Nullable String text, @Nullable String store, @Nullable String state) {
        return new TillsQuery(text, store, state).asksFor(till());
    }

    /** Active, and not connected. */
    private static Terminal till() {
        return new Terminal(
                new TerminalId(new UUID(0, 1)),
                "T0000AB1",
                "M1",
                new MerchantId(new UUID(0, 2)),
                new MerchantAccountId(new UUID(0, 3)),
                new StoreId(new UUID(0, 4)),
                "Kitchen",
                Status.ACTIVE,
                1,
                Instant.EPOCH,
                new Activation(Activation.State.USED, 0, null),
                new Connection(false, "5", "10.0.0.1", Instant.EPOCH, Instant.EPOCH, null),
                null,
                Map.of(),
                null,
                null);
    }
}
