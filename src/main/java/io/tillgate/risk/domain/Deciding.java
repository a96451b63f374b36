package io.tillgate.risk.domain;

import io.tillgate.risk.RiskDecision;
import io.tillgate.risk.RiskEvidence;
import io.tillgate.risk.RiskEvidence.Fired;
import io.tillgate.risk.RiskPolicy.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From what fired to the decision: an allowed card goes on; otherwise refusing outweighs reviewing. */
public final class Deciding {
    private static final int BUILT_IN_SCORE = 100;

    private Deciding() {}

    public static RiskDecision decide(RiskEvidence evidence) {
        if (isOn(evidence.listed(), BuiltInList.ALLOWED_CARDS)) {
            return new RiskDecision.Proceed(evidence);
        }
        Optional<Fired> refusing = first(evidence, Action.REFUSE);
        if (refusing.isPresent()) {
            return new RiskDecision.Refuse(refusing.get().reason(), evidence);
        }
        return first(evidence, Action.REVIEW)
                .<RiskDecision>map(fired -> new RiskDecision.Review(fired.reason(), evidence))
                .orElseGet(() -> new RiskDecision.Proceed(evidence));
    }

    /** The built-in lists that hold a fact of this payment, as rules that fired. */
    public static List<Fired> builtIn(Map<String, Set<String>> listed) {
        List<Fired> fired = new ArrayList<>();
        for (BuiltInList list : BuiltInList.values()) {
            if (isOn(listed, list)) {
                list.action()
                        .ifPresent(action -> fired.add(new Fired(
                                list.listName(),
                                action,
                                list.fact().variable() + " is on the list " + list.listName(),
                                BUILT_IN_SCORE)));
            }
        }
        return fired;
    }

    private static boolean isOn(Map<String, Set<String>> listed, BuiltInList list) {
        return listed.getOrDefault(list.fact().variable(), Set.of()).contains(list.listName());
    }

    private static Optional<Fired> first(RiskEvidence evidence, Action action) {
        return evidence.fired().stream().filter(f -> f.action() == action).findFirst();
    }
}
