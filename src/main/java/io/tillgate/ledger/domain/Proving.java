package io.tillgate.ledger.domain;

import io.tillgate.ledger.AccountCode;
import io.tillgate.ledger.LedgerProof;
import io.tillgate.ledger.LedgerProof.Contribution;
import io.tillgate.ledger.LedgerProof.Line;
import io.tillgate.shared.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Turns the figures of one snapshot into a proof. A figure that is missing is zero: an unexplained balance is a difference. */
public final class Proving {
    private Proving() {}

    /** Where a figure comes from. */
    public enum Side {
        BALANCE,
        POSTINGS,
        OPEN_ITEMS
    }

    /** One sum. {@code name} says whose open items they are, and is empty otherwise. */
    public record Figure(Side side, AccountCode account, String name, Money amount) {}

    public static LedgerProof prove(Instant asOf, List<Figure> figures) {
        Map<Key, List<Figure>> byAccount = new TreeMap<>(Comparator.comparing(Key::account)
                .thenComparing(k -> k.currency().getCurrencyCode()));
        figures.forEach(f -> byAccount
                .computeIfAbsent(new Key(f.account(), f.amount().currency()), k -> new ArrayList<>())
                .add(f));
        List<Line> lines = new ArrayList<>();
        byAccount.forEach((key, of) -> lines.add(line(key, of)));
        List<Money> totals = totals(lines);
        boolean balanced = lines.stream().allMatch(l -> l.difference().isZero())
                && totals.stream().allMatch(Money::isZero);
        return new LedgerProof(asOf, balanced, lines, totals);
    }

    private static Line line(Key key, List<Figure> figures) {
        Money balance = sum(key, figures, Side.BALANCE);
        Money postings = sum(key, figures, Side.POSTINGS);
        Money difference = balance.minus(postings);
        if (key.account.proof() == AccountCode.Proof.POSTINGS) {
            return new Line(key.account.code(), balance, postings, null, List.of(), difference);
        }
        Money items = sum(key, figures, Side.OPEN_ITEMS);
        List<Contribution> contributions = figures.stream()
                .filter(f -> f.side() == Side.OPEN_ITEMS)
                .map(f -> new Contribution(f.name(), f.amount()))
                .toList();
        Money unproven = difference.isZero() ? balance.minus(items) : difference;
        return new Line(key.account.code(), balance, postings, items, contributions, unproven);
    }

    private static Money sum(Key key, List<Figure> figures, Side side) {
        return figures.stream()
                .filter(f -> f.side() == side)
                .map(Figure::amount)
                .reduce(Money.zero(key.currency), Money::plus);
    }

    private static List<Money> totals(List<Line> lines) {
        Map<Currency, Money> totals = new HashMap<>();
        lines.forEach(l -> totals.merge(l.balance().currency(), l.balance(), Money::plus));
        return totals.values().stream()
                .sorted(Comparator.comparing(m -> m.currency().getCurrencyCode()))
                .toList();
    }

    private record Key(AccountCode account, Currency currency) {}
}
