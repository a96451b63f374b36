package io.tillgate.settlement.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.settlement.store.BreakTable.Moved;
import io.tillgate.settlement.store.BreakTable.NewBreak;
import io.tillgate.shared.Money;
import io.tillgate.shared.TenantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is told again is one break; what only looks alike is another, or nobody would see it. */
class WhichBreaksAreTheSameTest {
    private static final TenantId TENANT = new TenantId(UUID.randomUUID());

    @Test
    void a_reference_names_a_break_whatever_is_said_of_it() {
        assertThat(id("R1", "E1", "booked: this payout is rejected"))
                .isEqualTo(id("R1", "E1", "booked: this payout is cancelled"));
        assertThat(id("R1", null, "a charge")).isNotEqualTo(id("R2", null, "a charge"));
    }

    @Test
    void without_a_reference_what_is_said_makes_the_difference() {
        assertThat(id(null, "E1", "the bank names it, booked on 2026-11-23"))
                .isNotEqualTo(id(null, "E1", "the bank names it, booked on 2026-12-23"));
        assertThat(id(null, "E1", "accepted: this payout is cancelled"))
                .isNotEqualTo(id(null, "E1", "rejected: this payout is cancelled"));
        assertThat(id(null, null, "a charge")).isEqualTo(id(null, null, "a charge"));
    }

    @Test
    void each_booking_is_a_break_of_its_own() {
        Money out = Money.of(-500, "EUR");

        assertThat(id("R1", "E1", "booked", new Moved(out, "payout/E1")))
                .isEqualTo(id("R1", "E1", "booked", new Moved(out, "payout/E1")))
                .isNotEqualTo(id("R1", "E1", "booked", new Moved(out, "payout/E1/-#2")));
        assertThat(id("R1", null, "nothing", new Moved(Money.of(0, "EUR"), "ref/R1")))
                .isEqualTo(id("R1", null, "nothing"));
    }

    private static UUID id(@Nullable String reference, @Nullable String endToEnd, String detail) {
        return id(reference, endToEnd, detail, null);
    }

    private static UUID id(
            @Nullable String reference, @Nullable String endToEnd, String detail, @Nullable Moved moved) {
        return new NewBreak("unknown-payout", detail, Money.of(500, "EUR"), reference, endToEnd, null, moved)
                .id(TENANT);
    }
}
