package io.tillgate.portal.merchant.payouts;

import io.tillgate.portal.merchant.shop.Address;
import io.tillgate.settlement.PayoutState;
import io.tillgate.settlement.Payouts.Filter;
import io.tillgate.shared.MerchantId;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The filters of the list of payouts, as they stand in the address bar. What cannot be read asks nothing. */
public record PayoutsQuery(
        @QueryParam("from") @Nullable String from,
        @QueryParam("to") @Nullable String to,
        @QueryParam("state") @Nullable String state,
        @QueryParam("after") @Nullable String after) {

    /** What a merchant wants to know of a payout; the steps between are for those who make it. */
    enum Group {
        COMING,
        PAID,
        FAILED;

        static Group of(PayoutState state) {
            return switch (state) {
                case HELD, DRAFTED, SIGNED, RELEASED, FETCHED, ACCEPTED -> COMING;
                case BOOKED -> PAID;
                case REJECTED, RETURNED, CANCELLED -> FAILED;
            };
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        private List<String> states() {
            return Arrays.stream(PayoutState.values())
                    .filter(state -> of(state) == this)
                    .map(PayoutState::code)
                    .toList();
        }
    }

    Filter of(MerchantId merchant) {
        return new Filter(group().map(Group::states).orElse(null), null, merchant, Address.day(from), Address.day(to));
    }

    Optional<Group> group() {
        return Arrays.stream(Group.values())
                .filter(each -> each.code().equals(state))
                .findFirst();
    }

    /** Without the place in the list. */
    Address address() {
        return Address.EMPTY.with("from", from).with("to", to).with("state", state);
    }
}
