package io.tillgate.settlement.usecase;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tillgate.ledger.PostingRules.Lies;
import io.tillgate.settlement.BankWord;
import io.tillgate.settlement.Heard;
import io.tillgate.settlement.SettlementProblem;
import io.tillgate.settlement.domain.PayoutCommand;
import io.tillgate.settlement.domain.PayoutDecision;
import io.tillgate.settlement.domain.PayoutLife;
import io.tillgate.settlement.store.AttemptRow;
import io.tillgate.settlement.store.AttemptRow.Standing;
import io.tillgate.settlement.store.BreakTable.Moved;
import io.tillgate.settlement.store.BreakTable.NewBreak;
import io.tillgate.settlement.store.PayoutStore;
import io.tillgate.settlement.store.SettlementLock;
import io.tillgate.settlement.usecase.ChangingAttempts.Step;
import io.tillgate.shared.Money;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a bank's messages say about payouts, whatever message it was. Each word counts once, whether it comes in one message
 * or in several; what does not fit is a break, and changes nothing else. In the caller's transaction, so that a message and
 * its effect commit together.
 */
@ApplicationScoped
public class HearingTheBank {
    private static final int REASON_MAX = 500;
    private static final int CODE_MAX = 35;
    private static final int REFERENCE_MAX = 100;

    private final ChangingAttempts attempts;
    private final Suspense suspense;

    HearingTheBank(ChangingAttempts attempts, Suspense suspense) {
        this.attempts = attempts;
        this.suspense = suspense;
    }

    /** The attempt with this end-to-end id. */
    public Uni<List<AttemptRow>> byEndToEnd(SqlConnection connection, TenantId tenant, List<String> endToEndIds) {
        return PayoutStore.byEndToEnd(connection, tenant, endToEndIds);
    }

    /** Everything in a file, ordered by end-to-end id. */
    public Uni<List<AttemptRow>> ofFile(SqlConnection connection, TenantId tenant, UUID file) {
        return PayoutStore.ofFile(connection, tenant, file);
    }

    /** Answers each word in its place. */
    public Uni<List<Heard>> hear(SqlConnection connection, TenantId tenant, List<BankWord> words) {
        List<String> named = words.stream().map(BankWord::endToEndId).distinct().toList();
        return SettlementLock.take(connection, tenant)
                .chain(() -> PayoutStore.byEndToEnd(connection, tenant, named))
                .map(rows -> judge(rows, words))
                .call(judged -> attempts.apply(connection, tenant, judged.steps))
                .chain(judged -> answers(connection, tenant, judged.answers));
    }

    /** Records something that a reader of bank messages found to be wrong. Found again, it is the same break. */
    public Uni<UUID> recordBreak(SqlConnection connection, TenantId tenant, NewBreak found) {
        return suspense.open(connection, tenant, found);
    }

    /** What two people say that money in suspense did to a payout. */
    static Step outOfSuspense(AttemptRow row, BankWord word) {
        return switch (PayoutLife.decide(row.toDomain(), command(word))) {
            case PayoutDecision.Become become ->
                new Step(
                        row,
                        row.with(standing(row.standing().in(become.next().state()), word)),
                        become.movement(),
                        Lies.IN_SUSPENSE);
            case PayoutDecision.Unchanged ignored ->
                throw FindingOwners.misfit("this payout is " + row.state().code() + " already");
            case PayoutDecision.Refuse refuse -> throw new Refusal(refuse.problem(), refuse.detail());
            case PayoutDecision.NewAttempt ignored -> throw new IllegalStateException("a bank drafts no attempt");
        };
    }

    private record Judged(List<Step> steps, List<Answer> answers) {}

    /** Either what is so, or what is wrong. */
    private record Answer(@Nullable Heard heard, @Nullable NewBreak wrong) {}

    private static Judged judge(List<AttemptRow> rows, List<BankWord> words) {
        Map<String, AttemptRow> now = new HashMap<>();
        rows.forEach(row -> now.put(row.endToEndId(), row));
        Judged judged = new Judged(new ArrayList<>(), new ArrayList<>());
        for (BankWord word : words) {
            AttemptRow row = now.get(word.endToEndId());
            judged.answers.add(row == null ? unknown(word) : judge(row, word, judged.steps, now));
        }
        return judged;
    }

    private static Answer judge(AttemptRow row, BankWord word, List<Step> steps, Map<String, AttemptRow> now) {
        return switch (PayoutLife.decide(row.toDomain(), command(word))) {
            case PayoutDecision.Become become -> {
                AttemptRow after =
                        row.with(standing(row.standing().in(become.next().state()), word));
                steps.add(new Step(row, after, become.movement()));
                now.put(row.endToEndId(), after);
                yield new Answer(new Heard.Done(row.payout()), null);
            }
            case PayoutDecision.Unchanged ignored -> new Answer(known(row, word), null);
            case PayoutDecision.Refuse refuse -> new Answer(null, wrong(row, word, refuse));
            case PayoutDecision.NewAttempt ignored -> throw new IllegalStateException("a bank drafts no attempt");
        };
    }

    /** Two people may have said it of money in suspense: then only the bank's reference says that this is the same booking. */
    private static Heard known(AttemptRow row, BankWord word) {
        Standing before = row.standing();
        boolean same = switch (word) {
            case BankWord.Accepted ignored -> true;
            case BankWord.Rejected ignored -> true;
            case BankWord.Booked ignored ->
                before.bankReference() != null && before.bankReference().equals(reference(word));
            case BankWord.Returned ignored ->
                before.returnReference() != null && before.returnReference().equals(reference(word));
        };
        return new Heard.Known(row.payout(), same);
    }

    private Uni<List<Heard>> answers(SqlConnection connection, TenantId tenant, List<Answer> answers) {
        return Multi.createFrom()
                .iterable(answers)
                .onItem()
                .transformToUniAndConcatenate(answer -> answer.wrong == null
                        ? Uni.createFrom().item(Objects.requireNonNull(answer.heard))
                        : recordBreak(connection, tenant, answer.wrong).map(id -> (Heard) new Heard.Broken(id)))
                .collect()
                .asList();
    }

    private static PayoutCommand command(BankWord word) {
        return switch (word) {
            case BankWord.Accepted ignored -> new PayoutCommand.Accept();
            case BankWord.Rejected ignored -> new PayoutCommand.Reject();
            case BankWord.Booked booked ->
                new PayoutCommand.Book(booked.amount(), cut(booked.reference(), REFERENCE_MAX));
            case BankWord.Returned returned ->
                new PayoutCommand.Return(returned.amount(), cut(returned.reference(), REFERENCE_MAX));
        };
    }

    private static Standing standing(Standing standing, BankWord word) {
        return switch (word) {
            case BankWord.Accepted ignored -> standing;
            case BankWord.Rejected rejected ->
                standing.because(cut(rejected.reasonCode(), CODE_MAX), cut(rejected.reason(), REASON_MAX));
            case BankWord.Booked booked ->
                standing.bookedUnder(cut(booked.reference(), REFERENCE_MAX), booked.bookedOn());
            case BankWord.Returned returned ->
                standing.returnedUnder(cut(returned.reference(), REFERENCE_MAX))
                        .because(cut(returned.reasonCode(), CODE_MAX), cut(returned.reason(), REASON_MAX));
        };
    }

    private static Answer unknown(BankWord word) {
        return new Answer(
                null,
                new NewBreak(
                        "unknown-payout",
                        "the bank names a payout that is not in the book" + day(word),
                        amount(word),
                        reference(word),
                        cut(word.endToEndId(), CODE_MAX),
                        null,
                        moved(word)));
    }

    private static String day(BankWord word) {
        return switch (word) {
            case BankWord.Accepted ignored -> "";
            case BankWord.Rejected ignored -> "";
            case BankWord.Booked booked -> ", booked on " + booked.bookedOn();
            case BankWord.Returned returned -> ", back on " + returned.bookedOn();
        };
    }

    private static NewBreak wrong(AttemptRow row, BankWord word, PayoutDecision.Refuse refuse) {
        return new NewBreak(
                kind(refuse.problem()),
                said(word) + ": " + refuse.detail(),
                amount(word),
                reference(word),
                row.endToEndId(),
                row.payout(),
                moved(word));
    }

    private static @Nullable Moved moved(BankWord word) {
        return switch (word) {
            case BankWord.Accepted ignored -> null;
            case BankWord.Rejected ignored -> null;
            case BankWord.Booked booked -> new Moved(booked.amount().negated(), booked.booking());
            case BankWord.Returned returned -> new Moved(returned.amount(), returned.booking());
        };
    }

    private static String kind(SettlementProblem problem) {
        return problem.code().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String said(BankWord word) {
        return switch (word) {
            case BankWord.Accepted ignored -> "accepted";
            case BankWord.Rejected ignored -> "rejected";
            case BankWord.Booked ignored -> "booked";
            case BankWord.Returned ignored -> "returned";
        };
    }

    private static @Nullable Money amount(BankWord word) {
        return switch (word) {
            case BankWord.Accepted ignored -> null;
            case BankWord.Rejected ignored -> null;
            case BankWord.Booked booked -> booked.amount();
            case BankWord.Returned returned -> returned.amount();
        };
    }

    private static @Nullable String reference(BankWord word) {
        return switch (word) {
            case BankWord.Accepted ignored -> null;
            case BankWord.Rejected ignored -> null;
            case BankWord.Booked booked -> cut(booked.reference(), REFERENCE_MAX);
            case BankWord.Returned returned -> cut(returned.reference(), REFERENCE_MAX);
        };
    }

    private static @Nullable String cut(@Nullable String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most);
    }
}
