package io.tillgate.simulator.bank;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The customers' accounts, one for each currency: at most 100,000 bookings each are remembered until they are stated. */
final class Accounts {
    private static final int BOOKINGS_MAX = 100_000;
    private static final BigDecimal BEGINNING = new BigDecimal("1000000");

    private final Map<Key, Account> accounts = new LinkedHashMap<>();

    record Key(String customer, String currency) {}

    /** What a statement tells: a stretch of bookings between two balances. */
    record Stretch(Key of, PaymentOrder.Account number, BigDecimal opening, List<Booking> bookings) {
        BigDecimal closing() {
            return bookings.stream().map(Booking::signed).reduce(opening, BigDecimal::add);
        }
    }

    /** How an account stands. */
    record Standing(String customer, String currency, BigDecimal balance, int unstated) {}

    private static final class Account {
        private static final PaymentOrder.Account UNKNOWN = new PaymentOrder.Account(false, "UNKNOWN");

        private PaymentOrder.Account number = UNKNOWN;
        private BigDecimal stated = BEGINNING;
        private final List<Booking> unstated = new ArrayList<>();
    }

    synchronized void isNumbered(Key key, PaymentOrder.Account number) {
        account(key).number = number;
    }

    /** What the customer's own files say comes first. */
    synchronized void opens(Key key, PaymentOrder.Account number) {
        Account account = account(key);
        if (account.number.equals(Account.UNKNOWN)) {
            account.number = number;
        }
    }

    synchronized PaymentOrder.Account number(Key key) {
        return account(key).number;
    }

    synchronized void book(Key key, Booking booking) {
        Account account = account(key);
        if (account.unstated.size() >= BOOKINGS_MAX) {
            Booking oldest = account.unstated.removeFirst();
            account.stated = account.stated.add(oldest.signed());
        }
        account.unstated.add(booking);
    }

    /** What was booked since the last statement; from here on it counts as stated. */
    synchronized List<Stretch> state(String customer) {
        List<Stretch> stretches = new ArrayList<>();
        accounts.forEach((key, account) -> {
            if (key.customer().equals(customer) && !account.unstated.isEmpty()) {
                Stretch stretch = new Stretch(key, account.number, account.stated, List.copyOf(account.unstated));
                account.stated = stretch.closing();
                account.unstated.clear();
                stretches.add(stretch);
            }
        });
        return stretches;
    }

    synchronized List<Standing> all() {
        List<Standing> standings = new ArrayList<>();
        accounts.forEach((key, account) -> standings.add(new Standing(
                key.customer(),
                key.currency(),
                account.unstated.stream().map(Booking::signed).reduce(account.stated, BigDecimal::add),
                account.unstated.size())));
        return standings;
    }

    private Account account(Key key) {
        return accounts.computeIfAbsent(key, ignored -> new Account());
    }
}
