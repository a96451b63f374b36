package io.tillgate.settlement.domain;

import io.tillgate.settlement.SettlementProblem;
import io.tillgate.settlement.domain.PayoutDecision.Become;
import io.tillgate.settlement.domain.PayoutDecision.Movement;
import io.tillgate.settlement.domain.PayoutDecision.Refuse;
import io.tillgate.shared.Money;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The transition table of {@link Payout}, as a function. */
public final class PayoutLife {
    private PayoutLife() {}

    public static PayoutDecision decide(Payout payout, PayoutCommand command) {
        return switch (payout) {
            case Payout.Held held -> ofHeld(held, command);
            case Payout.Drafted drafted -> ofDrafted(drafted, command);
            case Payout.Signed signed -> ofSigned(signed, command);
            case Payout.Released released -> ofReleased(released, command);
            case Payout.Fetched fetched -> ofFetched(fetched, command);
            case Payout.Accepted accepted -> ofAccepted(accepted, command);
            case Payout.Booked booked -> ofBooked(booked, command);
            case Payout.Rejected rejected -> ofRejected(rejected, command);
            case Payout.Returned returned -> ofReturned(returned, command);
            case Payout.Cancelled cancelled -> refused(cancelled, command);
        };
    }

    private static PayoutDecision ofHeld(Payout.Held held, PayoutCommand command) {
        return switch (command) {
            case PayoutCommand.LiftHold ignored -> become(new Payout.Drafted(held.amount()));
            case PayoutCommand.Hold ignored -> unchanged();
            case PayoutCommand.Cancel ignored -> become(new Payout.Cancelled(held.amount()));
            case PayoutCommand.Sign ignored -> onHold();
            case PayoutCommand.Release ignored -> onHold();
            case PayoutCommand.VoidSignature ignored -> refused(held, command);
            case PayoutCommand.Retry ignored -> refused(held, command);
            case PayoutCommand.Fetch ignored -> refused(held, command);
            case PayoutCommand.Accept ignored -> refused(held, command);
            case PayoutCommand.Reject ignored -> refused(held, command);
            case PayoutCommand.Book ignored -> refused(held, command);
            case PayoutCommand.Return ignored -> refused(held, command);
        };
    }

    private static PayoutDecision ofDrafted(Payout.Drafted drafted, PayoutCommand command) {
        return switch (command) {
            case PayoutCommand.Hold ignored -> become(new Payout.Held(drafted.amount()));
            case PayoutCommand.LiftHold ignored -> unchanged();
            case PayoutCommand.Sign sign -> become(new Payout.Signed(drafted.amount(), sign.by()));
            case PayoutCommand.Release ignored ->
                new Refuse(SettlementProblem.NOT_SIGNED, "this payout needs a first signature before its release");
            case PayoutCommand.Cancel ignored -> become(new Payout.Cancelled(drafted.amount()));
            case PayoutCommand.VoidSignature ignored -> refused(drafted, command);
            case PayoutCommand.Retry ignored -> refused(drafted, command);
            case PayoutCommand.Fetch ignored -> refused(drafted, command);
            case PayoutCommand.Accept ignored -> refused(drafted, command);
            case PayoutCommand.Reject ignored -> refused(drafted, command);
            case PayoutCommand.Book ignored -> refused(drafted, command);
            case PayoutCommand.Return ignored -> refused(drafted, command);
        };
    }

    private static PayoutDecision ofSigned(Payout.Signed signed, PayoutCommand command) {
        return switch (command) {
            case PayoutCommand.Hold ignored -> become(new Payout.Held(signed.amount()));
            case PayoutCommand.LiftHold ignored -> unchanged();
            case PayoutCommand.VoidSignature ignored -> become(new Payout.Drafted(signed.amount()));
            case PayoutCommand.Release release ->
                release.by().isOfSamePersonAs(signed.first())
                        ? new Refuse(
                                SettlementProblem.NEEDS_ANOTHER_PERSON,
                                "you signed this payout: another person has to release it")
                        : new Become(new Payout.Released(signed.amount()), Movement.PAYABLE_TO_CLEARING);
            case PayoutCommand.Cancel ignored -> become(new Payout.Cancelled(signed.amount()));
            case PayoutCommand.Sign ignored -> refused(signed, command);
            case PayoutCommand.Retry ignored -> refused(signed, command);
            case PayoutCommand.Fetch ignored -> refused(signed, command);
            case PayoutCommand.Accept ignored -> refused(signed, command);
            case PayoutCommand.Reject ignored -> refused(signed, command);
            case PayoutCommand.Book ignored -> refused(signed, command);
            case PayoutCommand.Return ignored -> refused(signed, command);
        };
    }

    /**
     * The bank cannot answer what it has not fetched. On hold, this attempt leaves its file for good: it is booked, so what
     * is paid later is another attempt.
     */
    private static PayoutDecision ofReleased(Payout.Released released, PayoutCommand command) {
        return switch (command) {
            case PayoutCommand.Fetch ignored -> become(new Payout.Fetched(released.amount()));
            case PayoutCommand.Cancel ignored ->
                new Become(new Payout.Cancelled(released.amount()), Movement.CLEARING_TO_PAYABLE);
            case PayoutCommand.Hold ignored ->
                new Become(new Payout.Cancelled(released.amount()), Movement.CLEARING_TO_PAYABLE);
            case PayoutCommand.LiftHold ignored -> refused(released, command);
            case PayoutCommand.Sign ignored -> refused(released, command);
            case PayoutCommand.Release ignored -> refused(released, command);
            case PayoutCommand.VoidSignature ignored -> refused(released, command);
            case PayoutCommand.Retry ignored -> refused(released, command);
            case PayoutCommand.Accept ignored -> refused(released, command);
            case PayoutCommand.Reject ignored -> refused(released, command);
            case PayoutCommand.Book ignored -> refused(released, command);
            case PayoutCommand.Return ignored -> refused(released, command);
        };
    }

    private static PayoutDecision ofFetched(Payout.Fetched fetched, PayoutCommand command) {
        return switch (command) {
            case PayoutCommand.Fetch ignored -> unchanged();
            case PayoutCommand.Accept ignored -> become(new Payout.Accepted(fetched.amount()));
            case PayoutCommand.Reject ignored -> backFromClearing(fetched);
            case PayoutCommand.Book book -> booked(fetched, book);
            case PayoutCommand.Cancel ignored -> tooLate();
            case PayoutCommand.Hold ignored -> refused(fetched, command);
            case PayoutCommand.LiftHold ignored -> refused(fetched, command);
            case PayoutCommand.Sign ignored -> refused(fetched, command);
            case PayoutCommand.Release ignored -> refused(fetched, command);
            case PayoutCommand.VoidSignature ignored -> refused(fetched, command);
            case PayoutCommand.Retry ignored -> refused(fetched, command);
            case PayoutCommand.Return ignored -> refused(fetched, command);
        };
    }

    private static PayoutDecision ofAccepted(Payout.Accepted accepted, PayoutCommand command) {
        return switch (command) {
            case PayoutCommand.Fetch ignored -> unchanged();
            case PayoutCommand.Accept ignored -> unchanged();
            case PayoutCommand.Reject ignored -> backFromClearing(accepted);
            case PayoutCommand.Book book -> booked(accepted, book);
            case PayoutCommand.Cancel ignored -> tooLate();
            case PayoutCommand.Hold ignored -> refused(accepted, command);
            case PayoutCommand.LiftHold ignored -> refused(accepted, command);
            case PayoutCommand.Sign ignored -> refused(accepted, command);
            case PayoutCommand.Release ignored -> refused(accepted, command);
            case PayoutCommand.VoidSignature ignored -> refused(accepted, command);
            case PayoutCommand.Retry ignored -> refused(accepted, command);
            case PayoutCommand.Return ignored -> refused(accepted, command);
        };
    }

    private static PayoutDecision ofBooked(Payout.Booked booked, PayoutCommand command) {
        return switch (command) {
            case PayoutCommand.Fetch ignored -> unchanged();
            case PayoutCommand.Accept ignored -> unchanged();
            case PayoutCommand.Book again -> bookedAgain(booked.amount(), booked.reference(), again);
            case PayoutCommand.Return back -> returned(booked, back);
            case PayoutCommand.Cancel ignored -> tooLate();
            case PayoutCommand.Hold ignored -> refused(booked, command);
            case PayoutCommand.LiftHold ignored -> refused(booked, command);
            case PayoutCommand.Sign ignored -> refused(booked, command);
            case PayoutCommand.Release ignored -> refused(booked, command);
            case PayoutCommand.VoidSignature ignored -> refused(booked, command);
            case PayoutCommand.Retry ignored -> refused(booked, command);
            case PayoutCommand.Reject ignored -> refused(booked, command);
        };
    }

    private static PayoutDecision ofRejected(Payout.Rejected rejected, PayoutCommand command) {
        return switch (command) {
            case PayoutCommand.Fetch ignored -> unchanged();
            case PayoutCommand.Reject ignored -> unchanged();
            case PayoutCommand.Retry ignored -> new PayoutDecision.NewAttempt();
            case PayoutCommand.Cancel ignored -> become(new Payout.Cancelled(rejected.amount()));
            case PayoutCommand.Accept ignored -> refused(rejected, command);
            case PayoutCommand.Hold ignored -> refused(rejected, command);
            case PayoutCommand.LiftHold ignored -> refused(rejected, command);
            case PayoutCommand.Sign ignored -> refused(rejected, command);
            case PayoutCommand.Release ignored -> refused(rejected, command);
            case PayoutCommand.VoidSignature ignored -> refused(rejected, command);
            case PayoutCommand.Book ignored -> refused(rejected, command);
            case PayoutCommand.Return ignored -> refused(rejected, command);
        };
    }

    private static PayoutDecision ofReturned(Payout.Returned returned, PayoutCommand command) {
        return switch (command) {
            case PayoutCommand.Fetch ignored -> unchanged();
            case PayoutCommand.Accept ignored -> unchanged();
            case PayoutCommand.Book again -> bookedAgain(returned.amount(), returned.booking(), again);
            case PayoutCommand.Return again ->
                isOfOther(returned.reference(), again.reference()) ? refused(returned, command) : unchanged();
            case PayoutCommand.Retry ignored -> new PayoutDecision.NewAttempt();
            case PayoutCommand.Cancel ignored -> become(new Payout.Cancelled(returned.amount()));
            case PayoutCommand.Hold ignored -> refused(returned, command);
            case PayoutCommand.LiftHold ignored -> refused(returned, command);
            case PayoutCommand.Sign ignored -> refused(returned, command);
            case PayoutCommand.Release ignored -> refused(returned, command);
            case PayoutCommand.VoidSignature ignored -> refused(returned, command);
            case PayoutCommand.Reject ignored -> refused(returned, command);
        };
    }

    private static PayoutDecision booked(Payout payout, PayoutCommand.Book book) {
        if (!book.amount().equals(payout.amount())) {
            return differs(payout, book.amount());
        }
        return new Become(new Payout.Booked(payout.amount(), book.reference()), Movement.CLEARING_TO_BANK);
    }

    private static PayoutDecision bookedAgain(Money amount, @Nullable String reference, PayoutCommand.Book again) {
        if (isOfOther(reference, again.reference())) {
            return new Refuse(
                    SettlementProblem.BOOKED_TWICE,
                    "booked before under the reference " + reference + ", now under " + again.reference());
        }
        return again.amount().equals(amount)
                ? unchanged()
                : new Refuse(SettlementProblem.AMOUNT_DIFFERS, "booked before with another amount");
    }

    private static PayoutDecision returned(Payout.Booked booked, PayoutCommand.Return back) {
        if (!back.amount().equals(booked.amount())) {
            return differs(booked, back.amount());
        }
        return new Become(
                new Payout.Returned(booked.amount(), booked.reference(), back.reference()), Movement.BANK_TO_PAYABLE);
    }

    private static PayoutDecision backFromClearing(Payout payout) {
        return new Become(new Payout.Rejected(payout.amount()), Movement.CLEARING_TO_PAYABLE);
    }

    /** Only two references that are there and unlike each other name two bookings. */
    private static boolean isOfOther(@Nullable String known, @Nullable String told) {
        return known != null && told != null && !Objects.equals(known, told);
    }

    private static PayoutDecision differs(Payout payout, Money told) {
        return new Refuse(
                SettlementProblem.AMOUNT_DIFFERS,
                "the payout is " + payout.amount().value() + ", the bank says " + told.value() + " "
                        + told.currency().getCurrencyCode());
    }

    private static PayoutDecision onHold() {
        return new Refuse(SettlementProblem.PAYOUT_HELD, "this merchant may not be paid now; its payout is on hold");
    }

    private static PayoutDecision tooLate() {
        return new Refuse(
                SettlementProblem.FILE_FETCHED, "the bank has fetched this payout; only its answer can end it now");
    }

    private static PayoutDecision become(Payout next) {
        return new Become(next, Movement.NONE);
    }

    private static PayoutDecision unchanged() {
        return new PayoutDecision.Unchanged();
    }

    private static PayoutDecision refused(Payout payout, PayoutCommand command) {
        boolean bank = switch (command) {
            case PayoutCommand.Fetch ignored -> true;
            case PayoutCommand.Accept ignored -> true;
            case PayoutCommand.Reject ignored -> true;
            case PayoutCommand.Book ignored -> true;
            case PayoutCommand.Return ignored -> true;
            case PayoutCommand.Hold ignored -> false;
            case PayoutCommand.LiftHold ignored -> false;
            case PayoutCommand.Sign ignored -> false;
            case PayoutCommand.VoidSignature ignored -> false;
            case PayoutCommand.Release ignored -> false;
            case PayoutCommand.Cancel ignored -> false;
            case PayoutCommand.Retry ignored -> false;
        };
        return new Refuse(
                bank ? SettlementProblem.UNEXPECTED_WORD : SettlementProblem.PAYOUT_STATE,
                "this payout is " + payout.state().code() + ", which does not allow that");
    }
}
