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
import io.tillgate.onboarding.domain.ApplicationDecision.Facts;
import io.tillgate.onboarding.domain.ApplicationDecision.Rejected;
import io.tillgate.onboarding.domain.ApplicationDecision.Unchanged;
import io.tillgate.shared.Refusal.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every state against every command. */
class DecidingAboutAnApplicationTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final Mark UNDERWRITER = new Mark("u-1", "uma", NOW);
    private static final Mark OTHER = new Mark("u-2", "otto", NOW);
    private static final Mark APPLICANT = new Mark("a-1", "ann", NOW);
    private static final Approval APPROVAL = new Approval(UNDERWRITER, "standard");
    private static final Item ITEM = new Item("/business/legalName", "UNREADABLE", "as in the register");
    private static final Facts COMPLETE = new Facts("a-1", List.of(), null, "2026-01", Set.of("standard", "cheap"));
    private static final Facts AGREED = new Facts("a-1", List.of(), "2026-01", "2026-01", Set.of("standard", "cheap"));

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
            new AcceptAgreement(new Acceptance("2026-01", APPLICANT)),
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
        Facts older = new Facts("a-1", List.of(), "2025-07", "2026-01", Set.of("standard"));

        assertThat(ApplicationDecision.decide(new Submitted(1, NOW), new Approve(APPROVAL), older))
                .isEqualTo(new Accepted(new AwaitingAgreement(1, APPROVAL)));
        assertThat(word(ApplicationDecision.decide(
                        new AwaitingAgreement(1, APPROVAL),
                        new AcceptAgreement(new Acceptance("2025-07", APPLICANT)),
                        older)))
                .isEqualTo("AGREEMENT_OUTDATED");
    }

    @Test
    void everything_missing_comes_back_at_once() {
        List<Violation> open =
                List.of(new Violation("/owners", "REQUIRED", "x"), new Violation("/contact", "REQUIRED", "y"));
        Facts facts = new Facts("a-1", open, null, "2026-01", Set.of());

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
}
