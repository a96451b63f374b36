package io.tillgate.risk.cel;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import io.tillgate.risk.RiskEvidence.Fired;
import io.tillgate.risk.RiskPolicy.Action;
import io.tillgate.risk.RiskPolicy.Rule;
import java.util.Map;
import java.util.Optional;

/** One rule, ready to run; safe for use by many threads. */
record CompiledRule(Rule rule, CelRuntime.Program program) {
    /** A rule that cannot be evaluated (a division by zero) asks for a person to look: it neither refuses nor lets pass. */
    Optional<Fired> evaluate(Map<String, Object> variables) {
        try {
            return Boolean.TRUE.equals(program.eval(variables))
                    ? Optional.of(new Fired(rule.name(), rule.action(), rule.reason(), rule.score()))
                    : Optional.empty();
        } catch (CelEvaluationException e) {
            return Optional.of(new Fired(rule.name(), Action.REVIEW, "the rule could not be evaluated", rule.score()));
        }
    }
}
