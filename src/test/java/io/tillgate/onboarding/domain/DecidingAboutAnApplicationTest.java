package io.tillgate.onboarding.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.onboarding.ApplicationState;
import io.tillgate.onboarding.ApplicationState.Acceptance;
import io.tillgate.onboarding.ApplicationState.Approval;
import io.tillgate.onboarding.ApplicationState.Approved;
import io.tillgate.onboarding.ApplicationState.AwaitingAgreement;
import io.tillgate.onboarding.ApplicationState.Draft;
import io.tillgate.onboarding.ApplicationState.Item;
import io.tillgate.onboarding.ApplicationState.Mark;
import io.tillgate.onboarding.ApplicationState.NeedsInformation;
import io.tillgate.onboarding.ApplicationState.Refused;
import io.tillgate.onboarding.ApplicationState.Submitted;
import io.tillgate.onboarding.ApplicationState.Withdrawn;
import io.tillgate.onboarding.OnboardingProblem;
import io.tillgate.onboarding.domain.ApplicationCommand.AcceptAgreement;
import io.tillgate.onboarding.domain.ApplicationCommand.AddDocument;
import io.tillgate.onboarding.domain.ApplicationCommand.Approve;
import io.tillgate.onboarding.domain.ApplicationCommand.Edit;
import io.tillgate.onboarding.domain.ApplicationCommand.Refuse;
import io.tillgate.onboarding.domain.ApplicationCommand.RequestInformation;
import io.tillgate.onboarding.domain.ApplicationCommand.Submit;
import io.tillgate.onboarding.domain.ApplicationCommand.Withdraw;
import io.tillgate.onboarding.domain.ApplicationDecision.Accepted;
import io.tillgate.onboarding.domain.ApplicationDecision.Agreed;
import io.tillgate.onboarding.domain.ApplicationDecision.Facts;
import io.tillgate.onboarding.domain.ApplicationDecision.Rejected;
import io.tillgate.onboarding.domain.ApplicationDecision.Unchanged;
import io.tillgate.shared.Refusal.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every state against every command. */
class DecidingAboutAnApplicationTest {
    private static final String TEXT = "a".repeat(64);
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final Mark UNDERWRITER = new Mark("u-1", "uma", NOW);
    private static final Mark OTHER = new Mark("u-2", "otto", NOW);
    private static final Mark APPLICANT = new Mark("a-1", "ann", NOW);
    private static final Approval APPROVAL = new Approval(UNDERWRITER, "standard");
    private static final Item ITEM = new Item("/business/legalName", "UNREADABLE", "as in the register");
    private static final Facts COMPLETE =
            new Facts("a-1", List.of(), Agreed.NOTHING, "2026-01", Set.of("standard", "cheap"));
    private static final Facts AGREED =
            new Facts("a-1", List.of(), new Agreed(TEXT, "standard"::equals), "2026-01", Set.of("standard", "cheap"));

    private static final List<ApplicationState> STATES = List.of(
            new Draft(),
            new Submitted(1, NOW),
            new NeedsInformation(1, UNDERWRITER, List.of(ITEM)),
            new AwaitingAgreement(1, APPROVAL),
            new Approved(1, APPROVAL),
            new Refused(1, UNDERWRITER, List.of("HIGH_RISK"), null),
            new Withdrawn(1, NOW));

    private static final List<ApplicationCommand> COMMANDS = List.of(
            new Edit(),
            new AddDocument(),
            new Submit(NOW),
            new Withdraw(NOW),
            accept("2026-01", null, TEXT),
            new Approve(APPROVAL),
            new Refuse(UNDERWRITER, List.of("HIGH_RISK"), null),
            new RequestInformation(UNDERWRITER, List.of(ITEM)));

    /** Columns: edit, add document, submit, withdraw, accept, approve, refuse, request information. */
    private static final Map<String, String> TABLE = new TreeMap<>(
            Map.of(
                    "draft", "draft draft submitted withdrawn draft NOT_SUBMITTED NOT_SUBMITTED NOT_SUBMITTED",
                    "submitted",
                            "UNDER_REVIEW UNDER_REVIEW = withdrawn submitted awaiting-agreement refused needs-information",
                    "needs-information",
                            "needs-information needs-information submitted withdrawn needs-information NOT_SUBMITTED refused NOT_SUBMITTED",
                    "awaiting-agreement",
                            "ALREADY_DECIDED ALREADY_DECIDED ALREADY_DECIDED withdrawn approved = ALREADY_DECIDED ALREADY_DECIDED",
                    "approved",
                            "ALREADY_DECIDED ALREADY_DECIDED ALREADY_DECIDED ALREADY_DECIDED = = ALREADY_DECIDED ALREADY_DECIDED",
                    "refused",
                            "ALREADY_DECIDED ALREADY_DECIDED ALREADY_DECIDED ALREADY_DECIDED ALREADY_DECIDED ALREADY_DECIDED = ALREADY_DECIDED",
                    "withdrawn",
                            "ALREADY_DECIDED ALREADY_DECIDED ALREADY_DECIDED = ALREADY_DECIDED ALREADY_DECIDED ALREADY_DECIDED ALREADY_DECIDED"));

    @Test
    void every_state_answers_every_command_as_the_table_says() {
        Map<String, String> actual = new TreeMap<>();
        for (ApplicationState state : STATES) {
            List<String> answers = COMMANDS.stream()
                    .map(command -> word(ApplicationDecision.decide(state, command, COMPLETE)))
                    .toList();
            actual.put(state.word(), String.join(" ", answers));
        }

        assertThat(actual).isEqualTo(TABLE);
    }

    @Test
    void an_approval_is_effective_at_once_when_the_agreement_was_accepted_before() {
        var decision = ApplicationDecision.decide(new Submitted(2, NOW), new Approve(APPROVAL), AGREED);

        assertThat(decision).isEqualTo(new Accepted(new Approved(2, APPROVAL)));
    }

    @Test
    void an_agreement_accepted_in_an_older_version_does_not_count() {
        Facts older = new Facts("a-1", List.of(), new Agreed(TEXT, plan -> false), "2026-01", Set.of("standard"));

        assertThat(ApplicationDecision.decide(new Submitted(1, NOW), new Approve(APPROVAL), older))
                .isEqualTo(new Accepted(new AwaitingAgreement(1, APPROVAL)));
        assertThat(word(ApplicationDecision.decide(
                        new AwaitingAgreement(1, APPROVAL), accept("2025-07", null, TEXT), older)))
                .isEqualTo("AGREEMENT_OUTDATED");
    }

    @Test
    void a_text_that_changed_after_it_was_shown_is_not_accepted() {
        String shown = "b".repeat(64);

        for (ApplicationState state : STATES.subList(0, 4)) {
            assertThat(word(ApplicationDecision.decide(state, accept("2026-01", shown, TEXT), COMPLETE)))
                    .as(state.word())
                    .isEqualTo("AGREEMENT_CHANGED");
            assertThat(ApplicationDecision.decide(state, accept("2026-01", TEXT, TEXT), COMPLETE))
                    .isInstanceOf(Accepted.class);
        }
        assertThat(ApplicationDecision.decide(new Approved(1, APPROVAL), accept("2026-01", shown, TEXT), COMPLETE))
                .isEqualTo(new Unchanged());
    }

    @Test
    void the_same_text_is_accepted_once_and_another_anew() {
        assertThat(ApplicationDecision.decide(new Draft(), accept("2026-01", TEXT, TEXT), AGREED))
                .isEqualTo(new Unchanged());
        assertThat(ApplicationDecision.decide(new Draft(), accept("2026-01", null, "c".repeat(64)), AGREED))
                .isEqualTo(new Accepted(new Draft()));
    }

    @Test
    void other_prices_than_those_accepted_have_to_be_accepted_again() {
        Approval cheaper = new Approval(UNDERWRITER, "cheap");

        assertThat(ApplicationDecision.decide(new Submitted(1, NOW), new Approve(cheaper), AGREED))
                .isEqualTo(new Accepted(new AwaitingAgreement(1, cheaper)));
    }

    @Test
    void everything_missing_comes_back_at_once() {
        List<Violation> open =
                List.of(new Violation("/owners", "REQUIRED", "x"), new Violation("/contact", "REQUIRED", "y"));
        Facts facts = new Facts("a-1", open, Agreed.NOTHING, "2026-01", Set.of());

        assertThat(ApplicationDecision.decide(new Draft(), new Submit(NOW), facts))
                .isEqualTo(new Rejected(OnboardingProblem.INCOMPLETE, open));
        assertThat(ApplicationDecision.decide(
                        new NeedsInformation(1, UNDERWRITER, List.of(ITEM)), new Submit(NOW), facts))
                .isEqualTo(new Rejected(OnboardingProblem.INCOMPLETE, open));
    }

    @Test
    void submissions_are_counted() {
        assertThat(ApplicationDecision.decide(
                        new NeedsInformation(3, UNDERWRITER, List.of(ITEM)), new Submit(NOW), COMPLETE))
                .isEqualTo(new Accepted(new Submitted(4, NOW)));
    }

    @Test
    void nobody_reviews_an_application_of_their_own() {
        for (ApplicationCommand own : List.of(
                new Approve(new Approval(APPLICANT, "standard")),
                new Refuse(APPLICANT, List.of("X"), null),
                new RequestInformation(APPLICANT, List.of(ITEM)))) {
            assertThat(word(ApplicationDecision.decide(new Submitted(1, NOW), own, AGREED)))
                    .isEqualTo("OWN_APPLICATION");
        }
    }

    @Test
    void an_unknown_fee_plan_is_refused() {
        assertThat(word(ApplicationDecision.decide(
                        new Submitted(1, NOW), new Approve(new Approval(UNDERWRITER, "gratis")), AGREED)))
                .isEqualTo("UNKNOWN_FEE_PLAN");
    }

    @Test
    void a_second_reviewer_or_another_fee_plan_comes_too_late() {
        for (Approval late : List.of(new Approval(OTHER, "standard"), new Approval(UNDERWRITER, "cheap"))) {
            for (ApplicationState made : List.of(new Approved(1, APPROVAL), new AwaitingAgreement(1, APPROVAL))) {
                assertThat(word(ApplicationDecision.decide(made, new Approve(late), AGREED)))
                        .isEqualTo("ALREADY_DECIDED");
            }
        }
    }

    private static String word(ApplicationDecision decision) {
        return switch (decision) {
            case Accepted accepted -> accepted.next().word();
            case Unchanged ignored -> "=";
            case Rejected rejected -> rejected.problem().name();
        };
    }

    private static AcceptAgreement accept(String version, @Nullable String shown, String now) {
        return new AcceptAgreement(new Acceptance(version, APPLICANT), shown, now);
    }
}
