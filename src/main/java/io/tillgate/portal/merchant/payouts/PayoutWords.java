package io.tillgate.portal.merchant.payouts;

import io.tillgate.portal.frame.Formats;
import io.tillgate.portal.merchant.shop.Event;
import io.tillgate.portal.merchant.shop.State;
import io.tillgate.settlement.PayoutState;
import io.tillgate.settlement.PayoutView;
import io.tillgate.settlement.PayoutView.Attempt;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a payout's states and happenings are called. */
public record PayoutWords(PayoutsMessages words, Formats formats) {

    public State state(String code) {
        return switch (PayoutState.ofCode(code)) {
            case HELD -> new State(words.s_held(), "warn");
            case DRAFTED -> new State(words.s_drafted(), "");
            case SIGNED -> new State(words.s_signed(), "");
            case RELEASED -> new State(words.s_released(), "");
            case FETCHED -> new State(words.s_fetched(), "");
            case ACCEPTED -> new State(words.s_accepted(), "");
            case BOOKED -> new State(words.s_booked(), "good");
            case REJECTED -> new State(words.s_rejected(), "bad");
            case RETURNED -> new State(words.s_returned(), "bad");
            case CANCELLED -> new State(words.s_cancelled(), "");
        };
    }

    public List<Event> events(PayoutView payout) {
        List<Event> events = new ArrayList<>();
        events.add(new Event(
                words.e_made(formats.date(payout.businessDate())), "", formats.moment(payout.createdAt()), ""));
        payout.attempts().forEach(attempt -> add(events, attempt));
        return events;
    }

    private void add(List<Event> events, Attempt attempt) {
        if (attempt.signed() != null) {
            events.add(new Event(
                    words.e_signed(), "", formats.moment(attempt.signed().at()), ""));
        }
        if (attempt.released() != null) {
            events.add(new Event(
                    words.e_released(),
                    words.e_bank(attempt.endToEndId()),
                    formats.moment(attempt.released().at()),
                    ""));
        }
        String when = formats.moment(attempt.changedAt());
        switch (PayoutState.ofCode(attempt.state())) {
            case BOOKED ->
                events.add(new Event(
                        attempt.bookedOn() == null
                                ? words.s_booked()
                                : words.e_booked(formats.date(attempt.bookedOn())),
                        attempt.bankReference() == null ? "" : words.e_bank(attempt.bankReference()),
                        when,
                        "good"));
            case REJECTED -> events.add(new Event(words.e_rejected(), why(attempt), when, "bad"));
            case RETURNED -> events.add(new Event(words.e_returned(), why(attempt), when, "bad"));
            case CANCELLED -> events.add(new Event(words.e_cancelled(), "", when, ""));
            case FETCHED, ACCEPTED -> events.add(new Event(words.s_fetched(), "", when, ""));
            case HELD, DRAFTED, SIGNED, RELEASED -> {
                // said above, or nothing has happened yet
            }
        }
    }

    /** Of what comes out at the end: paid is only what the bank booked. */
    String sum(String code) {
        return switch (PayoutsQuery.Group.of(PayoutState.ofCode(code))) {
            case COMING -> words.sum();
            case PAID -> words.sum_paid();
            case FAILED -> words.sum_not();
        };
    }

    private String why(Attempt attempt) {
        String code = attempt.reasonCode() == null ? "" : words.e_code(attempt.reasonCode());
        return Stream.of(code, words.e_what()).filter(text -> !text.isEmpty()).collect(Collectors.joining(". "));
    }

    public String kind(String kind) {
        return switch (kind) {
            case "sale", "cash-sale" -> words.k_sale();
            case "refund", "cash-refund" -> words.k_refund();
            case "void" -> words.k_void();
            case "chargeback" -> words.k_chargeback();
            case "adjustment" -> words.k_adjustment();
            case "monthly" -> words.k_monthly();
            case "tier" -> words.k_tier();
            case "monthly-minimum" -> words.k_monthly_minimum();
            case "reserve-held" -> words.k_reserve_held();
            case "reserve-released" -> words.k_reserve_released();
            default -> words.k_other(kind);
        };
    }
}
