package io.tillgate.portal.acquirer;

import io.tillgate.portal.acquirer.Desk.Fact;
import io.tillgate.risk.RiskPolicy;
import io.tillgate.risk.RiskPolicy.Counter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the rules knew of a payment, as a risk analyst reads it: money with its currency, codes with their meaning, and each counter as
 * what it counts and over how long. A counter that the rules do not have any more says its name.
 *
 * @param lists on which each fact stood
 */
public record Evidence(List<Fact> facts, List<Fact> counters, List<Fact> lists) {
    /** In the order in which people ask. Merchant and till stand with the payment. */
    private static final List<String> SHOWN =
            List.of("amount", "entry", "scheme", "bin", "cardToken", "mcc", "localHour", "store");

    /** What was recorded, name by name. */
    record Recorded(Map<String, Object> facts, Map<String, Object> counters, Map<String, Object> listed) {}

    /** @param store the name of the store; empty where it is not known */
    static Evidence of(Desk desk, RiskPolicy policy, Recorded recorded, String store) {
        String currency = String.valueOf(recorded.facts().getOrDefault("currency", ""));
        List<Fact> facts = new ArrayList<>();
        SHOWN.forEach(name -> {
            Object value = recorded.facts().get(name);
            if (value != null && !value.toString().isEmpty()) {
                facts.add(new Fact(desk.word("fact", name), fact(desk, name, value, currency, store)));
            }
        });
        List<Fact> counters = recorded.counters().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> counter(desk, policy, each.getKey(), each.getValue(), currency))
                .toList();
        return new Evidence(List.copyOf(facts), counters, lists(desk, recorded.listed()));
    }

    private static String fact(Desk desk, String name, Object value, String currency, String store) {
        return switch (name) {
            case "amount" -> money(desk, value, currency);
            case "entry", "scheme" -> desk.word(name, value.toString());
            case "mcc" -> value + " " + desk.category(value.toString());
            case "localHour" -> value + ":00\u2013" + value + ":59";
            case "store" -> store.isEmpty() ? value.toString() : store;
            default -> value.toString();
        };
    }

    private static Fact counter(Desk desk, RiskPolicy policy, String name, @Nullable Object value, String currency) {
        Optional<Counter> known = policy.counters().stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
        return known.map(counter -> new Fact(
                        desk.word("counter", lower(counter.key()) + "." + lower(counter.measure()))
                                .replace("{window}", window(desk, counter.window())),
                        counter.measure() == RiskPolicy.Measure.AMOUNT
                                ? money(desk, value, currency)
                                : number(desk, value)))
                .orElseGet(() -> new Fact(desk.word("counter", "gone").replace("{name}", name), number(desk, value)));
    }

    private static List<Fact> lists(Desk desk, Map<String, Object> listed) {
        List<Fact> found = new ArrayList<>();
        listed.forEach((fact, lists) -> {
            List<String> names = new ArrayList<>();
            if (lists instanceof Iterable<?> all) {
                all.forEach(each -> names.add(desk.word("list", String.valueOf(each))));
            }
            if (!names.isEmpty()) {
                found.add(new Fact(desk.word("fact", fact), String.join(", ", names)));
            }
        });
        return List.copyOf(found);
    }

    /** In the largest unit that divides it. */
    private static String window(Desk desk, Duration window) {
        long seconds = window.toSeconds();
        if (seconds % 86_400 == 0) {
            return unit(desk, "days", seconds / 86_400);
        }
        if (seconds % 3_600 == 0) {
            return unit(desk, "hours", seconds / 3_600);
        }
        return seconds % 60 == 0 ? unit(desk, "minutes", seconds / 60) : unit(desk, "seconds", seconds);
    }

    private static String unit(Desk desk, String unit, long many) {
        return desk.word("window", unit).replace("{n}", desk.number(many));
    }

    private static String money(Desk desk, @Nullable Object value, String currency) {
        return value instanceof Number number && currency.length() == 3
                ? desk.amount(number.longValue(), currency)
                : number(desk, value);
    }

    private static String number(Desk desk, @Nullable Object value) {
        return value instanceof Number number ? desk.number(number.longValue()) : String.valueOf(value);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
