package io.tillgate.portal.merchant.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.settlement.PayoutState;
import io.tillgate.settlement.Payouts.Filter;
import io.tillgate.shared.MerchantId;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AskingForPayoutsTest {
    private static final MerchantId MERCHANT = new MerchantId(new UUID(0, 1));

    @Test
    void every_state_belongs_to_one_of_what_a_merchant_asks_for() {
        assertThat(Stream.of("coming", "paid", "failed")
                        .flatMap(group -> Objects.requireNonNull(filter(group).states()).stream()))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(PayoutState.values())
                        .map(PayoutState::code)
                        .toList());
        assertThat(filter("paid").states()).containsExactly("booked");
    }

    @Test
    void what_cannot_be_read_asks_nothing() {
        Filter filter = new PayoutsQuery("yesterday", "2026-02-31", "booked", null).of(MERCHANT);

        assertThat(filter).isEqualTo(new Filter(null, null, MERCHANT, null, null));
    }

    @Test
    void the_address_holds_every_filter_but_the_place_in_the_list() {
        PayoutsQuery query = new PayoutsQuery("2026-11-01", "", "paid", "x");

        assertThat(query.address().text()).isEqualTo("?from=2026-11-01&state=paid");
        assertThat(new PayoutsQuery(null, " ", null, "x").address().isNarrowed())
                .isFalse();
    }

    private static Filter filter(@Nullable String state) {
        return new PayoutsQuery(null, null, state, null).of(MERCHANT);
    }
}
