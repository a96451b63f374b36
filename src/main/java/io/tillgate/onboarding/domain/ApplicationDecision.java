package io.tillgate.onboarding.domain;

import io.tillgate.onboarding.ApplicationState;
import io.tillgate.onboarding.ApplicationState.Approval;
import io.tillgate.onboarding.ApplicationState.Approved;
import io.tillgate.onboarding.ApplicationState.AwaitingAgreement;
import io.tillgate.onboarding.ApplicationState.Draft;
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
import io.tillgate.shared.Refusal.Violation;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a command does to an application, or why it does nothing. */
public sealed interface ApplicationDecision {
    /** Do it; the application is now in this state, which may be the one it was in. */
    record Accepted(ApplicationState next) implements ApplicationDecision {}

    /** It had its effect before. */
    record Unchanged() implements ApplicationDecision {}

    record Rejected(OnboardingProblem problem, List<Violation> violations) implements ApplicationDecision {}

    /**
     * What is known beside the state.
     *
     * @param applicant the applicant's id in the realm
     * @param open what a submission still lacks
     * @param versionInForce the agreement version that counts
     * @param feePlans the tenant's
     */
    record Facts(String applicant, List<Violation> open, Agreed agreed, String versionInForce, Set<String> feePlans) {}

    /**
     * What was accepted so far.
     *
     * @param sha256 fingerprint of the text accepted last; null if there is none
     * @param coversPrices whether that text is the one that would be accepted now at the prices of a fee plan
     */
    record Agreed(@Nullable String sha256, Predicate<String> coversPrices) {
        public static final Agreed NOTHING = new Agreed(null, plan -> false);
    }

    static ApplicationDecision decide(ApplicationState state, ApplicationCommand command, Facts facts) {
        return switch (command) {
            case Edit ignored -> whileOpen(state);
            case AddDocument ignored -> whileOpen(state);
            case Submit submit -> submit(state, submit, facts);
            case Withdraw withdraw -> withdraw(state, withdraw);
            case AcceptAgreement accept -> accept(state, accept, facts);
            case Approve approve -> approve(state, approve.approval(), facts);
            case Refuse refuse -> refuse(state, refuse, facts);
            case RequestInformation request -> requestInformation(state, request, facts);
        };
    }

    private static ApplicationDecision whileOpen(ApplicationState state) {
        return switch (state) {
            case Draft draft -> new Accepted(draft);
            case NeedsInformation needs -> new Accepted(needs);
            case Submitted ignored -> no(OnboardingProblem.UNDER_REVIEW);
            case AwaitingAgreement ignored -> no(OnboardingProblem.ALREADY_DECIDED);
            case Approved ignored -> no(OnboardingProblem.ALREADY_DECIDED);
            case Refused ignored -> no(OnboardingProblem.ALREADY_DECIDED);
            case Withdrawn ignored -> no(OnboardingProblem.ALREADY_DECIDED);
        };
    }

    private static ApplicationDecision submit(ApplicationState state, Submit submit, Facts facts) {
        if (state instanceof Submitted) {
            return new Unchanged();
        }
        if (!(whileOpen(state) instanceof Accepted)) {
            return no(OnboardingProblem.ALREADY_DECIDED);
        }
        return facts.open().isEmpty()
                ? new Accepted(new Submitted(state.submissions() + 1, submit.at()))
                : new Rejected(OnboardingProblem.INCOMPLETE, facts.open());
    }

    private static ApplicationDecision withdraw(ApplicationState state, Withdraw withdraw) {
        return switch (state) {
            case Withdrawn ignored -> new Unchanged();
            case Approved ignored -> no(OnboardingProblem.ALREADY_DECIDED);
            case Refused ignored -> no(OnboardingProblem.ALREADY_DECIDED);
            case Draft ignored -> new Accepted(new Withdrawn(0, withdraw.at()));
            case Submitted s -> new Accepted(new Withdrawn(s.submission(), withdraw.at()));
            case NeedsInformation n -> new Accepted(new Withdrawn(n.submission(), withdraw.at()));
            case AwaitingAgreement a -> new Accepted(new Withdrawn(a.submission(), withdraw.at()));
        };
    }

    private static ApplicationDecision accept(ApplicationState state, AcceptAgreement accept, Facts facts) {
        if (!facts.versionInForce().equals(accept.acceptance().version())) {
            return no(OnboardingProblem.AGREEMENT_OUTDATED);
        }
        return switch (state) {
            case AwaitingAgreement waiting ->
                accept.isOfAnotherText()
                        ? no(OnboardingProblem.AGREEMENT_CHANGED)
                        : new Accepted(new Approved(waiting.submission(), waiting.approval()));
            case Draft draft -> acceptEarly(draft, accept, facts);
            case Submitted submitted -> acceptEarly(submitted, accept, facts);
            case NeedsInformation needs -> acceptEarly(needs, accept, facts);
            case Approved ignored -> new Unchanged();
            case Refused ignored -> no(OnboardingProblem.ALREADY_DECIDED);
            case Withdrawn ignored -> no(OnboardingProblem.ALREADY_DECIDED);
        };
    }

    /** Before a decision: it counts when the text is still the same at the approval. */
    private static ApplicationDecision acceptEarly(ApplicationState state, AcceptAgreement accept, Facts facts) {
        if (accept.isOfAnotherText()) {
            return no(OnboardingProblem.AGREEMENT_CHANGED);
        }
        return accept.now().equals(facts.agreed().sha256()) ? new Unchanged() : new Accepted(state);
    }

    private static ApplicationDecision approve(ApplicationState state, Approval approval, Facts facts) {
        return switch (state) {
            case AwaitingAgreement waiting -> repeated(waiting.approval(), approval);
            case Approved approved -> repeated(approved.approval(), approval);
            default -> {
                OnboardingProblem problem = reviewProblem(state, approval.by().subject(), facts);
                if (problem != null) {
                    yield no(problem);
                }
                if (!facts.feePlans().contains(approval.feePlan())) {
                    yield no(OnboardingProblem.UNKNOWN_FEE_PLAN);
                }
                int submission = state.submissions();
                yield new Accepted(
                        facts.agreed().coversPrices().test(approval.feePlan())
                                ? new Approved(submission, approval)
                                : new AwaitingAgreement(submission, approval));
            }
        };
    }

    /** The same person pressing again is the same approval; anybody else comes too late. */
    private static ApplicationDecision repeated(Approval made, Approval asked) {
        boolean same = made.by().subject().equals(asked.by().subject())
                && made.feePlan().equals(asked.feePlan());
        return same ? new Unchanged() : no(OnboardingProblem.ALREADY_DECIDED);
    }

    private static ApplicationDecision refuse(ApplicationState state, Refuse refuse, Facts facts) {
        if (state instanceof Refused refused && refused.reasons().equals(refuse.reasons())) {
            return new Unchanged();
        }
        OnboardingProblem problem = state instanceof NeedsInformation
                ? own(refuse.by().subject(), facts)
                : reviewProblem(state, refuse.by().subject(), facts);
        return problem != null
                ? no(problem)
                : new Accepted(new Refused(state.submissions(), refuse.by(), refuse.reasons(), refuse.note()));
    }

    private static ApplicationDecision requestInformation(
            ApplicationState state, RequestInformation request, Facts facts) {
        OnboardingProblem problem = reviewProblem(state, request.by().subject(), facts);
        return problem != null
                ? no(problem)
                : new Accepted(new NeedsInformation(state.submissions(), request.by(), request.items()));
    }

    private static @Nullable OnboardingProblem reviewProblem(ApplicationState state, String reviewer, Facts facts) {
        return switch (state) {
            case Draft ignored -> OnboardingProblem.NOT_SUBMITTED;
            case NeedsInformation ignored -> OnboardingProblem.NOT_SUBMITTED;
            case Submitted ignored -> own(reviewer, facts);
            case AwaitingAgreement ignored -> OnboardingProblem.ALREADY_DECIDED;
            case Approved ignored -> OnboardingProblem.ALREADY_DECIDED;
            case Refused ignored -> OnboardingProblem.ALREADY_DECIDED;
            case Withdrawn ignored -> OnboardingProblem.ALREADY_DECIDED;
        };
    }

    private static @Nullable OnboardingProblem own(String reviewer, Facts facts) {
        return reviewer.equals(facts.applicant()) ? OnboardingProblem.OWN_APPLICATION : null;
    }

    private static ApplicationDecision no(OnboardingProblem problem) {
        return new Rejected(problem, List.of());
    }
}
