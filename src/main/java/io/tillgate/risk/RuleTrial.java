package io.tillgate.risk;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.risk.PolicyMistake.Mistake;
import io.tillgate.risk.RiskPolicy.Action;
import io.tillgate.risk.RiskPolicy.Rule;
import io.tillgate.risk.cel.CompiledPolicy;
import io.tillgate.risk.cel.RuleCompiler;
import io.tillgate.risk.store.RecordedEvidence;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.Refusal.Violation;
import io.tillgate.shared.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Tries a rule on what was decided lately, without putting it in force. */
@ApplicationScoped
public class RuleTrial {
    /** How far a trial looks back. */
    public static final int DECISIONS_MAX = 500;

    private static final int SHOWN_MAX = 20;

    private final TenantTransaction transaction;
    private final Risk risk;

    RuleTrial(TenantTransaction transaction, Risk risk) {
        this.transaction = transaction;
        this.risk = risk;
    }

    /**
     * What the rule would have done.
     *
     * @param tried how many of the latest decisions it was tried on
     * @param fired on how many of them it fires
     * @param payments the latest of these, at most 20
     */
    public record Outcome(int tried, int fired, List<UUID> payments) {}

    /** Refuses an expression that does not compile, saying where. */
    public Uni<Outcome> test(TenantId tenant, String when) {
        CompiledPolicy compiled = compile(risk.policyOf(tenant), when);
        return transaction.sql(
                Scope.tenant(tenant),
                c -> RecordedEvidence.latest(c, tenant, DECISIONS_MAX).map(decisions -> outcome(compiled, decisions)));
    }

    private static CompiledPolicy compile(RiskPolicy policy, String when) {
        Rule rule = new Rule("test", when, Action.REVIEW, "test", 0);
        try {
            return RuleCompiler.compile(new RiskPolicy(policy.counters(), policy.lists(), List.of(rule)));
        } catch (PolicyMistake e) {
            throw new Refusal(
                    RiskProblem.RULE_MISTAKE,
                    "the rule cannot be used: " + e.getMessage(),
                    e.mistakes().stream().map(RuleTrial::violation).toList());
        }
    }

    private static Violation violation(Mistake mistake) {
        return new Violation(
                "/when",
                "RULE_MISTAKE",
                "line " + mistake.line() + ", column " + mistake.column() + ": " + mistake.message());
    }

    private static Outcome outcome(CompiledPolicy compiled, List<RecordedEvidence> decisions) {
        List<UUID> fired = decisions.stream()
                .filter(decision -> compiled.firesOn(decision.values(), decision.listed()))
                .map(RecordedEvidence::payment)
                .toList();
        return new Outcome(
                decisions.size(), fired.size(), fired.stream().limit(SHOWN_MAX).toList());
    }
}
