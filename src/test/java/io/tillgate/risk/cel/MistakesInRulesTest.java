package io.tillgate.risk.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tillgate.risk.PolicyMistake;
import io.tillgate.risk.PolicyMistake.Mistake;
import io.tillgate.risk.RiskPolicy;
import io.tillgate.risk.RiskPolicy.Action;
import io.tillgate.risk.RiskPolicy.Rule;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A mistake in a rule is told where it is, before the rule can decide anything. */
class MistakesInRulesTest {
    @Test
    void an_unknown_name_is_told_with_its_place() {
        Mistake mistake = mistake("amount > 5 && amuont < 3");

        assertThat(mistake.rule()).isEqualTo("r0");
        assertThat(mistake.line()).isEqualTo(1);
        assertThat(mistake.column()).isEqualTo(15);
        assertThat(mistake.message()).contains("amuont");
    }

    @Test
    void a_wrong_type_is_a_mistake() {
        assertThat(mistake("amount > 'much'").message()).contains("no matching overload");
    }

    @Test
    void a_rule_that_is_no_question_is_a_mistake() {
        assertThat(mistake("amount + 1").message()).contains("bool");
    }

    @Test
    void a_half_expression_is_a_mistake() {
        assertThat(mistake("amount >").line()).isEqualTo(1);
    }

    @Test
    void a_list_that_does_not_exist_is_a_mistake() {
        Mistake mistake = mistake("inList('blocked', bin)");

        assertThat(mistake.message()).contains("there is no list 'blocked'");
        assertThat(mistake.column()).isEqualTo(8);
    }

    @Test
    void a_list_is_asked_for_a_fact_only() {
        assertThat(mistake("inList('blocked-cards', bin + 'x')").message()).contains("one of currency, mcc");
        assertThat(mistake("inList('blocked-cards', amount)").message()).contains("one of currency, mcc");
        assertThat(mistake("inList(mcc, bin)").message()).contains("in quotes");
    }

    @Test
    void a_rule_cannot_loop() {
        assertThat(mistake("[1, 2, 3].all(x, x > amount)").rule()).isEqualTo("r0");
    }

    @Test
    void an_empty_and_an_endless_expression_are_mistakes() {
        assertThat(mistake(" ").message()).contains("1 to 1000");
        assertThat(mistake("true" + " || true".repeat(200)).message()).contains("1 to 1000");
    }

    @Test
    void all_mistakes_are_told_at_once() {
        assertThat(mistakes("nothing == 1", "amount > 0", "currency > 1"))
                .extracting(Mistake::rule)
                .containsExactly("r0", "r2");
    }

    private static Mistake mistake(String when) {
        return mistakes(when).getFirst();
    }

    private static List<Mistake> mistakes(String... expressions) {
        List<Rule> rules = new java.util.ArrayList<>();
        for (String when : expressions) {
            rules.add(new Rule("r" + rules.size(), when, Action.REFUSE, "because", 10));
        }
        PolicyMistake thrown = catchThrowableOfType(
                PolicyMistake.class, () -> RuleCompiler.compile(new RiskPolicy(List.of(), List.of(), rules)));
        return Objects.requireNonNull(thrown).mistakes();
    }
}
