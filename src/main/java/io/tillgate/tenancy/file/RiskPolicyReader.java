package io.tillgate.tenancy.file;

import io.tillgate.tenancy.RiskPolicy;
import io.tillgate.tenancy.RiskPolicy.Action;
import io.tillgate.tenancy.RiskPolicy.Counter;
import io.tillgate.tenancy.RiskPolicy.Key;
import io.tillgate.tenancy.RiskPolicy.Measure;
import io.tillgate.tenancy.RiskPolicy.ValueList;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/** Reads rules, counters and lists. Whether an expression compiles is for {@code risk} to say when it takes the policy over. */
final class RiskPolicyReader {
    private static final Set<String> FACTS = Set.of(
            "amount",
            "currency",
            "mcc",
            "entry",
            "scheme",
            "bin",
            "cardToken",
            "terminal",
            "store",
            "merchant",
            "localHour");

    private RiskPolicyReader() {}

    static RiskPolicy policy(Section risk) {
        return new RiskPolicy(
                risk.sections("counters", "name", RiskPolicyReader::counter),
                risk.sections("lists", "name", RiskPolicyReader::list),
                risk.sections("rules", "name", RiskPolicyReader::rule));
    }

    private static Counter counter(Section counter) {
        String name = counter.required("name", Shapes.COUNTER_NAME);
        if (FACTS.contains(name)) {
            counter.mistake("name", "'" + name + "' is a fact that rules already know");
        }
        return new Counter(
                name,
                counter.required("key", Shapes.oneOf(Key.class)),
                counter.required("measure", Shapes.oneOf(Measure.class)),
                counter.required("window", Shapes.duration(Duration.ofSeconds(10), Duration.ofDays(7))));
    }

    private static ValueList list(Section list) {
        return new ValueList(list.required("name", Shapes.NAME), new TreeSet<>(list.values("values", Shapes.text(64))));
    }

    private static RiskPolicy.Rule rule(Section rule) {
        return new RiskPolicy.Rule(
                rule.required("name", Shapes.NAME),
                rule.required("when", Shapes.text(1000)),
                rule.required("action", Shapes.oneOf(Action.class)),
                rule.required("reason", Shapes.text(200)),
                rule.required("score", Shapes.number(0, 100)).intValue());
    }
}
