package io.tillgate.risk.cel;

import com.google.common.collect.ImmutableSet;
import dev.cel.common.CelIssue;
import dev.cel.common.Operator;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import io.tillgate.risk.domain.Fact;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code inList('electronics', mcc)}: whether a fact's value is on a list. Which lists hold a value is looked up before
 * the rules run, so the call becomes {@code 'electronics' in} a variable; a list that does not exist is a mistake where
 * it is written, not a rule that never fires.
 */
final class InListMacro {
    private static final String VARIABLE_PREFIX = "listsOf_";

    private InListMacro() {}

    static String variableOf(Fact fact) {
        return VARIABLE_PREFIX + fact.variable();
    }

    static CelMacro over(ImmutableSet<String> lists) {
        return CelMacro.newGlobalMacro(
                "inList",
                2,
                (factory, target, arguments) -> expand(factory, lists, arguments.get(0), arguments.get(1)));
    }

    private static Optional<CelExpr> expand(
            CelMacroExprFactory factory, Set<String> lists, CelExpr list, CelExpr fact) {
        if (list.exprKind().getKind() != CelExpr.ExprKind.Kind.CONSTANT
                || list.constant().getKind() != CelConstant.Kind.STRING_VALUE) {
            return mistake(factory, list, "the first argument of inList is the name of a list in quotes");
        }
        String name = list.constant().stringValue();
        if (!lists.contains(name)) {
            return mistake(factory, list, "there is no list '" + name + "'");
        }
        Optional<Fact> named = factOf(fact);
        if (named.isEmpty()) {
            return mistake(factory, fact, "the second argument of inList is one of " + textFacts());
        }
        return Optional.of(
                factory.newGlobalCall(Operator.IN.getFunction(), list, factory.newIdentifier(variableOf(named.get()))));
    }

    private static Optional<Fact> factOf(CelExpr expression) {
        if (expression.exprKind().getKind() != CelExpr.ExprKind.Kind.IDENT) {
            return Optional.empty();
        }
        String name = expression.ident().name();
        return Arrays.stream(Fact.values())
                .filter(Fact::isText)
                .filter(fact -> fact.variable().equals(name))
                .findFirst();
    }

    private static Optional<CelExpr> mistake(CelMacroExprFactory factory, CelExpr where, String message) {
        return Optional.of(
                factory.reportError(CelIssue.formatError(where.id(), factory.getSourceLocation(where), message)));
    }

    private static String textFacts() {
        return Arrays.stream(Fact.values())
                .filter(Fact::isText)
                .map(Fact::variable)
                .collect(Collectors.joining(", "));
    }
}
