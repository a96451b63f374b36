package io.tillgate.launcher.replay;

import io.tillgate.launcher.demo.Numbers;
import io.tillgate.simulator.till.TestCard;
import java.util.List;

/** The cards in customers' hands: of many schemes, one for each customer who comes again. */
final class Wallets {
    /** How many people come again. */
    private static final int REGULARS = 60;

    private static final String EXPIRY = "3012";
    private static final List<Kind> HARBOUR = List.of(
            new Kind("411111", 16),
            new Kind("400002", 16),
            new Kind("555555", 16),
            new Kind("222300", 16),
            new Kind("541333", 16),
            new Kind("411111", 16),
            new Kind("378282", 15),
            new Kind("356600", 16));
    private static final List<Kind> JIUZHOU = List.of(
            new Kind("620000", 16),
            new Kind("622200", 19),
            new Kind("621700", 19),
            new Kind("622848", 19),
            new Kind("625900", 16),
            new Kind("411111", 16));

    private Wallets() {}

    /** How numbers of one kind of card begin, and how long they are. */
    private record Kind(String beginning, int digits) {}

    static TestCard of(String tenant, String customer, String invoice) {
        int person = customer.isEmpty()
                ? REGULARS + Chance.below(100_000, tenant, invoice, "stranger")
                : Chance.below(REGULARS, tenant, customer, "regular");
        List<Kind> kinds = tenant.equals("jiuzhou") ? JIUZHOU : HARBOUR;
        Kind kind = kinds.get(person % kinds.size());
        return card(kind.beginning(), kind.digits(), person);
    }

    /** Of a range that the tenant's own policy blocks. */
    static TestCard blocked(String tenant, String invoice) {
        String beginning = tenant.equals("jiuzhou") ? "622018" : "403587";
        return card(beginning, 16, Chance.below(1_000_000, tenant, invoice, "blocked"));
    }

    private static TestCard card(String beginning, int digits, long person) {
        return new TestCard(Numbers.luhnNumber(beginning, digits, 1_000 + person), EXPIRY);
    }
}
