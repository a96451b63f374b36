package io.tillgate.risk.cel;

import io.tillgate.risk.RiskEvidence.Fired;
import io.tillgate.risk.RiskFacts;
import io.tillgate.risk.RiskPolicy;
import io.tillgate.risk.RiskPolicy.ValueList;
import io.tillgate.risk.domain.Deciding;
import io.tillgate.risk.domain.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A policy whose rules are compiled. Immutable, shared by all decisions of its tenant. */
public final class CompiledPolicy {
    private final RiskPolicy policy;
    private final List<CompiledRule> rules;
    private final Map<String, Set<String>> listsByValue = new HashMap<>();

    CompiledPolicy(RiskPolicy policy, List<CompiledRule> rules) {
        this.policy = policy;
        this.rules = List.copyOf(rules);
        for (ValueList list : policy.lists()) {
            list.values()
                    .forEach(value -> listsByValue
                            .computeIfAbsent(value, v -> new HashSet<>())
                            .add(list.name()));
        }
    }

    public RiskPolicy policy() {
        return policy;
    }

    /** The policy's own lists that hold the value. */
    public Set<String> listsOf(String value) {
        return listsByValue.getOrDefault(value, Set.of());
    }

    /**
     * Every rule that fires, built-in lists first.
     *
     * @param counters a value for every counter of the policy
     * @param listed by name of the fact, the lists that hold its value
     */
    public List<Fired> evaluate(RiskFacts facts, Map<String, Long> counters, Map<String, Set<String>> listed) {
        Map<String, Object> variables = variables(facts, counters, listed);
        List<Fired> fired = new ArrayList<>(Deciding.builtIn(listed));
        for (CompiledRule rule : rules) {
            rule.evaluate(variables).ifPresent(fired::add);
        }
        return fired;
    }

    /** Whether any rule fires on a decision of the past; a counter that was not kept then reads as zero. */
    public boolean firesOn(Map<String, Object> values, Map<String, List<String>> listed) {
        Map<String, Object> variables = new HashMap<>();
        policy.counters().forEach(counter -> variables.put(counter.name(), 0L));
        variables.putAll(values);
        for (Fact fact : Fact.values()) {
            variables.put(InListMacro.variableOf(fact), listed.getOrDefault(fact.variable(), List.of()));
        }
        return rules.stream().anyMatch(rule -> rule.evaluate(variables).isPresent());
    }

    private static Map<String, Object> variables(
            RiskFacts facts, Map<String, Long> counters, Map<String, Set<String>> listed) {
        Map<String, Object> variables = new HashMap<>(counters);
        for (Fact fact : Fact.values()) {
            variables.put(fact.variable(), fact.of(facts));
            if (fact.isText()) {
                variables.put(
                        InListMacro.variableOf(fact), List.copyOf(listed.getOrDefault(fact.variable(), Set.of())));
            }
        }
        return variables;
    }
}
