package io.tillgate.tenancy.file;

import io.tillgate.tenancy.RiskSettings;
import io.tillgate.tenancy.RiskSettings.Action;
import io.tillgate.tenancy.RiskSettings.Counter;
import io.tillgate.tenancy.RiskSettings.Key;
import io.tillgate.tenancy.RiskSettings.Measure;
import io.tillgate.tenancy.RiskSettings.ValueList;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/** Reads rules, counters and lists. Whether an expression compiles is for {@code risk} to say when it takes the policy over. */
final class RiskReader {
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

    private RiskReader() {}

    static RiskSettings risk(Section risk) {
        return new RiskSettings(
                risk.sections("counters", "name", RiskReader::counter),
                risk.sections("lists", "name", RiskReader::list),
                risk.sections("rules", "name", RiskReader::rule));
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

    private static RiskSettings.Rule rule(Section rule) {
        return new RiskSettings.Rule(
                rule.required("name", Shapes.NAME),
                rule.required("when", Shapes.text(1000)),
                rule.required("action", Shapes.oneOf(Action.class)),
                rule.required("reason", Shapes.text(200)),
                rule.required("score", Shapes.number(0, 100)).intValue());
    }
}
