package io.tillgate.settlement.bank;

import io.tillgate.settlement.bank.Movements.Oddity;
import io.tillgate.settlement.bank.PayoutBook.Difference;
import io.tillgate.settlement.bank.Telling.Fresh;
import io.tillgate.settlement.store.BreakTable.Moved;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a person is told of a booking that fits nothing. */
final class Differences {
    private static final int TEXT_MAX = 300;

    private Differences() {}

    /** A charge, or money that came back, that nobody expected. */
    static Difference nobodys(Fresh fresh) {
        Movement movement = fresh.item().movement();
        boolean credit = movement.isCredit();
        return of(
                fresh,
                credit ? "unknown-payout" : "unknown-debit",
                (credit
                                ? "money came back for a payment that is not named: "
                                : "the bank booked a debit that is no payout: ")
                        + shown(movement.text()));
    }

    /** One more booking of a payout, which the book takes for the one it knows. */
    static Difference again(Fresh fresh) {
        return of(
                fresh,
                "booked-twice",
                "one more booking of the same payout, side and amount: "
                        + shown(fresh.item().movement().text()));
    }

    private static Difference of(Fresh fresh, String kind, String detail) {
        Movement movement = fresh.item().movement();
        return new Difference(
                kind,
                detail,
                movement.amount(),
                Telling.reference(fresh),
                fresh.item().payout(),
                new Moved(movement.moved(), fresh.key()));
    }

    static Difference odd(Oddity odd) {
        return new Difference(
                odd.kind(),
                odd.detail(),
                odd.amount(),
                odd.reference() == null ? odd.key() : odd.reference(),
                null,
                odd.amount() == null || odd.amount().isZero() ? null : new Moved(odd.amount(), odd.key()));
    }

    /** Two that look alike in one message get keys of their own. */
    static List<Oddity> numbered(List<Oddity> odd) {
        Map<String, Integer> alike = new HashMap<>();
        List<Oddity> numbered = new ArrayList<>();
        for (Oddity each : odd) {
            numbered.add(new Oddity(
                    numbered(each.key(), alike), each.kind(), each.detail(), each.amount(), each.reference()));
        }
        return numbered;
    }

    /** @param alike how many there were of each so far */
    static String numbered(String key, Map<String, Integer> alike) {
        int number = alike.merge(key, 1, Integer::sum);
        return number == 1 ? key : key + "#" + number;
    }

    private static String shown(String text) {
        return text.isBlank() ? "without a text" : text.length() > TEXT_MAX ? text.substring(0, TEXT_MAX) : text;
    }
}
