package io.tillgate.risk.cel;

import com.google.common.collect.ImmutableSet;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.tillgate.risk.PolicyMistake;
import io.tillgate.risk.PolicyMistake.Mistake;
import io.tillgate.risk.RiskPolicy;
import io.tillgate.risk.RiskPolicy.Rule;
import io.tillgate.risk.domain.BuiltInList;
import io.tillgate.risk.domain.Fact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Compiles and type-checks a policy's rules. They see facts, counters and lists, and have no macro that loops, so that
 * every rule ends.
 */
public final class RuleCompiler {
    private static final int EXPRESSION_LENGTH_MAX = 1_000;
    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.plannerRuntimeBuilder().build();

    private RuleCompiler() {}

    /** Fails with every {@link PolicyMistake} found, not the first only. */
    public static CompiledPolicy compile(RiskPolicy policy) {
        CelCompiler compiler = compilerFor(policy);
        List<CompiledRule> rules = new ArrayList<>();
        List<Mistake> mistakes = new ArrayList<>();
        for (Rule rule : policy.rules()) {
            compile(compiler, rule, rules, mistakes);
        }
        if (!mistakes.isEmpty()) {
            throw new PolicyMistake(mistakes);
        }
        return new CompiledPolicy(policy, rules);
    }

    private static void compile(CelCompiler compiler, Rule rule, List<CompiledRule> rules, List<Mistake> mistakes) {
        if (rule.when().isBlank() || rule.when().length() > EXPRESSION_LENGTH_MAX) {
            mistakes.add(new Mistake(rule.name(), 1, 1, "an expression has 1 to 1000 characters"));
            return;
        }
        try {
            CelAbstractSyntaxTree checked = compiler.compile(rule.when()).getAst();
            rules.add(new CompiledRule(rule, RUNTIME.createProgram(checked)));
        } catch (CelValidationException e) {
            e.getErrors().forEach(issue -> mistakes.add(mistake(rule, issue)));
        } catch (CelEvaluationException e) {
            mistakes.add(new Mistake(rule.name(), 1, 1, "cannot be planned: " + e.getMessage()));
        }
    }

    private static Mistake mistake(Rule rule, CelIssue issue) {
        return new Mistake(
                rule.name(),
                Math.max(1, issue.getSourceLocation().getLine()),
                issue.getSourceLocation().getColumn() + 1,
                issue.getMessage());
    }

    private static CelCompiler compilerFor(RiskPolicy policy) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(CelOptions.current().populateMacroCalls(false).build())
                .addMacros(InListMacro.over(ImmutableSet.copyOf(listNames(policy))))
                .setResultType(SimpleType.BOOL);
        for (Fact fact : Fact.values()) {
            builder.addVar(fact.variable(), fact.isText() ? SimpleType.STRING : SimpleType.INT);
            if (fact.isText()) {
                builder.addVar(InListMacro.variableOf(fact), ListType.create(SimpleType.STRING));
            }
        }
        policy.counters().forEach(counter -> builder.addVar(counter.name(), SimpleType.INT));
        return builder.build();
    }

    private static Set<String> listNames(RiskPolicy policy) {
        Set<String> names = new HashSet<>();
        policy.lists().forEach(list -> names.add(list.name()));
        for (BuiltInList list : BuiltInList.values()) {
            names.add(list.listName());
        }
        return names;
    }
}
