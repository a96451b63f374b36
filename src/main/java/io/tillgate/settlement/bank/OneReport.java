package io.tillgate.settlement.bank;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tillgate.settlement.BankWord;
import io.tillgate.settlement.Heard;
import io.tillgate.settlement.HostCredit;
import io.tillgate.settlement.PayoutState;
import io.tillgate.settlement.bank.Movement.Reason;
import io.tillgate.settlement.bank.Movements.Oddity;
import io.tillgate.settlement.bank.Telling.Fresh;
import io.tillgate.settlement.bank.Telling.Item;
import io.tillgate.settlement.bank.Telling.What;
import io.tillgate.settlement.bank.store.BankEntryTable.Entry;
import io.tillgate.settlement.bank.store.BookingMemory;
import io.tillgate.settlement.bank.store.BookingMemory.Booked;
import io.tillgate.settlement.bank.store.BookingMemory.Remembered;
import io.tillgate.settlement.bank.store.BookingMemory.Told;
import io.tillgate.settlement.bank.store.BookingMemory.Waiting;
import io.tillgate.settlement.bank.store.PayoutsInFiles.Known;
import io.tillgate.shared.Money;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One report at work: payments first, then what came back, then returns that had been waiting for their payment, then the rest. What
 * was told before is counted and changes nothing.
 */
final class OneReport {
    private final Place place;
    private final PayoutBook book;
    private final Instant now;
    private final Tally tally = new Tally();
    private final List<Remembered> remembered = new ArrayList<>();

    /** Where it happens. */
    record Place(SqlConnection connection, TenantId tenant, UUID message, String source) {}

    OneReport(Place place, PayoutBook book, Instant now) {
        this.place = place;
        this.book = book;
        this.now = now;
    }

    Tally tally() {
        return tally;
    }

    Uni<Void> all(Movements movements, Map<String, Known> known, Map<String, List<Told>> told) {
        tally.count(Tally.Of.PENDING, movements.pending());
        Map<String, List<Told>> soFar = new HashMap<>(told);
        List<Fresh> fresh = fresh(Telling.items(movements.booked(), known), soFar);
        Map<String, PayoutState> states = new HashMap<>();
        known.values().forEach(each -> states.put(each.endToEndId(), each.state()));
        return words(of(fresh, What.PAID), states)
                .chain(() -> words(inTime(of(fresh, What.BACK), states), states))
                .chain(() -> waiting(of(fresh, What.PAID)))
                .chain(() -> one(of(fresh, What.OTHER), this::other))
                .chain(() -> one(freshOdd(movements.odd(), soFar), this::odd))
                .chain(() -> BookingMemory.remember(place.connection(), place.tenant(), remembered));
    }

    private List<Fresh> fresh(List<Item> items, Map<String, List<Told>> soFar) {
        Telling.Sorted sorted = Telling.sorted(items, place.source(), soFar);
        sorted.known().forEach(each -> {
            tally.count(Tally.Of.KNOWN);
            remember(each.key(), each.item(), "known", null);
        });
        return sorted.fresh();
    }

    private static List<Fresh> of(List<Fresh> items, What what) {
        return items.stream().filter(each -> each.item().what() == what).toList();
    }

    private Uni<Void> words(List<Fresh> items, Map<String, PayoutState> states) {
        if (items.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<BankWord> words = items.stream().map(OneReport::word).toList();
        List<Fresh> again = new ArrayList<>();
        return book.hear(place.connection(), place.tenant(), words)
                .invoke(heard -> {
                    for (int i = 0; i < items.size(); i++) {
                        if (heard.get(i) instanceof Heard.Known known
                                && (items.get(i).isAnother() || !known.sameBooking())) {
                            again.add(items.get(i));
                        } else {
                            heard(items.get(i), heard.get(i), states);
                        }
                    }
                })
                .chain(() -> one(again, each -> open(each, Differences.again(each))));
    }

    private void heard(Fresh fresh, Heard heard, Map<String, PayoutState> states) {
        Item item = fresh.item();
        boolean paid = item.what() == What.PAID;
        switch (heard) {
            case Heard.Done ignored -> {
                tally.count(paid ? Tally.Of.BOOKED : Tally.Of.RETURNED);
                states.put(Objects.requireNonNull(item.payout()), paid ? PayoutState.BOOKED : PayoutState.RETURNED);
                remember(fresh.key(), item, "done", null);
            }
            case Heard.Known ignored -> {
                tally.count(Tally.Of.KNOWN);
                remember(fresh.key(), item, "known", null);
            }
            case Heard.Broken broken -> broken(fresh, broken.breakId());
        }
    }

    /** A return of what the bank has waits until its payment is told; of what it has not, there can be none. */
    private List<Fresh> inTime(List<Fresh> back, Map<String, PayoutState> states) {
        List<Fresh> inTime = new ArrayList<>();
        for (Fresh fresh : back) {
            PayoutState state = states.get(fresh.item().payout());
            if (state != null && state.isInTransit() && state != PayoutState.RELEASED) {
                tally.count(Tally.Of.WAITING);
                remember(fresh.key(), fresh.item(), "waiting", null);
            } else {
                inTime.add(fresh);
            }
        }
        return inTime;
    }

    private Uni<Void> waiting(List<Fresh> paid) {
        List<String> names = paid.stream()
                .map(each -> Objects.requireNonNull(each.item().payout()))
                .distinct()
                .toList();
        if (names.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return BookingMemory.waiting(place.connection(), place.tenant(), names).chain(rows -> one(rows, this::atLast));
    }

    private Uni<?> atLast(Waiting row) {
        Booked booked = row.booked();
        BankWord word = returned(
                Objects.requireNonNull(booked.endToEndId()),
                Objects.requireNonNull(booked.amount()),
                booked.reference(),
                booked.on(),
                new Reason(booked.reasonCode(), booked.reason()),
                row.key());
        return book.hear(place.connection(), place.tenant(), List.of(word)).chain(heard -> {
            String outcome = "known";
            UUID difference = null;
            if (heard.getFirst() instanceof Heard.Done) {
                tally.count(Tally.Of.RETURNED);
                outcome = "done";
            } else if (heard.getFirst() instanceof Heard.Broken broken) {
                tally.broken(broken.breakId(), booked.endToEndId(), booked.reference());
                difference = broken.breakId();
                outcome = "broken";
            }
            tally.note(booked.entry("back", outcome, difference));
            return BookingMemory.settled(place.connection(), place.tenant(), row.key(), outcome);
        });
    }

    /** A card host's money; or a charge, or money that came back, that nobody expected. */
    private Uni<?> other(Fresh fresh) {
        Movement movement = fresh.item().movement();
        boolean debit = !movement.isCredit();
        if (fresh.item().payout() != null || (!Telling.isOfHost(movement) && (debit || movement.back()))) {
            return open(fresh, Differences.nobodys(fresh));
        }
        HostCredit credit =
                new HostCredit(movement.moved(), Telling.reference(fresh), movement.bookedOn(), movement.text());
        return book.receive(place.connection(), place.tenant(), credit).invoke(heard -> {
            switch (heard) {
                case Heard.Done ignored -> {
                    tally.count(Tally.Of.FUNDED);
                    remember(fresh.key(), fresh.item(), "done", null);
                }
                case Heard.Known ignored -> {
                    tally.count(Tally.Of.KNOWN);
                    remember(fresh.key(), fresh.item(), "known", null);
                }
                case Heard.Broken broken -> broken(fresh, broken.breakId());
            }
        });
    }

    private Uni<?> open(Fresh fresh, PayoutBook.Difference difference) {
        return book.open(place.connection(), place.tenant(), difference).invoke(id -> broken(fresh, id));
    }

    private void broken(Fresh fresh, UUID id) {
        tally.broken(id, fresh.item().payout(), fresh.item().movement().reference());
        remember(fresh.key(), fresh.item(), "broken", id);
    }

    /** Two that look alike in one message are two. */
    private List<Oddity> freshOdd(List<Oddity> odd, Map<String, List<Told>> soFar) {
        List<Oddity> fresh = new ArrayList<>();
        for (Oddity each : Differences.numbered(odd)) {
            if (soFar.containsKey(each.key())) {
                tally.count(Tally.Of.KNOWN);
                tally.note(new Entry("odd", "known", null, each.amount(), each.reference(), null, null, null));
            } else {
                soFar.put(each.key(), List.of(new Told(place.source(), each.reference())));
                fresh.add(each);
            }
        }
        return fresh;
    }

    private Uni<?> odd(Oddity odd) {
        return book.open(place.connection(), place.tenant(), Differences.odd(odd))
                .invoke(id -> {
                    tally.broken(id, null, odd.reference());
                    tally.note(new Entry("odd", "broken", null, odd.amount(), odd.reference(), null, null, id));
                    LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
                    remember(
                            odd.key(),
                            "broken",
                            new Booked(cut(odd.reference(), 100), null, odd.amount(), today, null, null));
                });
    }

    private static BankWord word(Fresh fresh) {
        Movement movement = fresh.item().movement();
        String payout = Objects.requireNonNull(fresh.item().payout());
        LocalDate on = movement.bookedOn();
        return fresh.item().what() == What.PAID
                ? new BankWord.Booked(payout, movement.amount(), movement.reference(), on, fresh.key())
                : returned(payout, movement.amount(), movement.reference(), on, movement.reason(), fresh.key());
    }

    private static BankWord returned(
            String payout, Money amount, @Nullable String reference, LocalDate on, Reason reason, String booking) {
        return new BankWord.Returned(payout, amount, reference, on, reason.code(), reason.text(), booking);
    }

    private void remember(String key, Item item, String outcome, @Nullable UUID difference) {
        Booked booked = booked(item);
        tally.note(booked.entry(item.called(), outcome, difference));
        remember(key, outcome, booked);
    }

    private void remember(String key, String outcome, Booked booked) {
        remembered.add(
                new Remembered(key, place.source(), outcome, place.message(), booked, now.atOffset(ZoneOffset.UTC)));
    }

    private static Booked booked(Item item) {
        Movement movement = item.movement();
        return new Booked(
                cut(movement.reference(), 100),
                cut(item.payout(), 35),
                movement.amount(),
                movement.bookedOn(),
                cut(movement.reason().code(), 35),
                cut(movement.reason().text(), 500));
    }

    private static <T> Uni<Void> one(List<T> each, java.util.function.Function<T, Uni<?>> step) {
        return Multi.createFrom()
                .iterable(each)
                .onItem()
                .transformToUniAndConcatenate(item -> step.apply(item).replaceWith(item))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static @Nullable String cut(@Nullable String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most);
    }
}
