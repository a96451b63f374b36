package io.tillgate.onboarding.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.onboarding.CheckResult;
import io.tillgate.onboarding.CheckResult.Evidence;
import io.tillgate.onboarding.CheckResult.Kind;
import io.tillgate.onboarding.CheckResult.Outcome;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AutomaticChecksTest {
    private static final SanctionsIndex NOBODY = new SanctionsIndex(List.of());

    @Test
    void a_business_with_proven_numbers_is_clear_all_over() {
        List<CheckResult> results = AutomaticChecks.run(Forms.chinese(), NOBODY, List.of());

        assertThat(results).allMatch(result -> result.outcome() == Outcome.CLEAR);
        assertThat(results.stream().map(CheckResult::kind).collect(Collectors.toSet()))
                .isEqualTo(Set.of(Kind.values()));
    }

    @Test
    void a_number_without_a_check_digit_is_left_to_a_person() {
        List<CheckResult> results = AutomaticChecks.run(Forms.dutch(), NOBODY, List.of());

        assertThat(results)
                .filteredOn(result -> result.outcome() == Outcome.LOOK)
                .extracting(CheckResult::kind)
                .containsExactly(Kind.REGISTRATION_NUMBER);
    }

    @Test
    void a_listed_owner_is_evidence_beside_the_path_and_not_beside_the_name() {
        SanctionsIndex index = new SanctionsIndex(List.of(
                new ListedParty("77", ListedParty.Kind.PERSON, List.of("VAN DIJK, Anna"), "TEST"),
                new ListedParty("78", ListedParty.Kind.ORGANISATION, List.of("ANNA VAN DIJK"), "TEST")));

        List<CheckResult> results = AutomaticChecks.run(Forms.dutch(), index, List.of());

        assertThat(results)
                .filteredOn(result -> result.kind() == Kind.SANCTIONS && result.outcome() == Outcome.LOOK)
                .singleElement()
                .satisfies(hit -> {
                    assertThat(hit.path()).isEqualTo("/owners/0/name");
                    assertThat(hit.evidence()).containsExactly(new Evidence("77", "VAN DIJK, Anna (TEST)", 100));
                });
    }

    @Test
    void somebody_who_applied_before_is_pointed_to() {
        List<Evidence> same = List.of(new Evidence("other", "same bank-account", 100));

        assertThat(AutomaticChecks.run(Forms.chinese(), NOBODY, same))
                .filteredOn(result -> result.kind() == Kind.DUPLICATE)
                .singleElement()
                .satisfies(result -> assertThat(result.outcome()).isEqualTo(Outcome.LOOK));
    }
}
