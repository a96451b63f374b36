package io.tillgate.settlement.bank;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tillgate.settlement.BankWord;
import io.tillgate.settlement.Heard;
import io.tillgate.settlement.bank.ReadingStatuses.Statuses;
import io.tillgate.settlement.bank.store.BankEntryTable.Entry;
import io.tillgate.settlement.bank.store.PayoutsInFiles;
import io.tillgate.settlement.iso20022.StatusReport;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What follows from a {@code pain.002}. */
@ApplicationScoped
class HearingStatuses {
    private final PayoutBook book;

    HearingStatuses(PayoutBook book) {
        this.book = book;
    }

    Uni<Tally> hear(SqlConnection connection, TenantId tenant, StatusReport report) {
        return PayoutsInFiles.ofFile(connection, tenant, report.originalMessageId())
                .map(found -> found.orElseThrow(() -> new Refusal(
                        BankProblem.PAYMENT_FILE_UNKNOWN,
                        "there is no payment file with the message id " + report.originalMessageId())))
                .invoke(file -> requireFetched(file, report))
                .chain(file -> all(connection, tenant, ReadingStatuses.of(report, file.members())));
    }

    private static void requireFetched(PayoutsInFiles.InFile file, StatusReport report) {
        if (!file.fetched()) {
            throw new Refusal(
                    BankProblem.PAYMENT_FILE_NOT_FETCHED,
                    "the payment file " + report.originalMessageId() + " has not been fetched: nobody can know of it");
        }
    }

    private Uni<Tally> all(SqlConnection connection, TenantId tenant, Statuses statuses) {
        Tally tally = new Tally();
        tally.count(Tally.Of.PENDING, statuses.undecided());
        return book.hear(connection, tenant, statuses.words())
                .invoke(heard -> count(tally, statuses.words(), heard))
                .chain(() -> Multi.createFrom()
                        .iterable(statuses.strangers())
                        .onItem()
                        .transformToUniAndConcatenate(name -> stranger(connection, tenant, name, tally))
                        .collect()
                        .last())
                .replaceWith(tally);
    }

    private Uni<?> stranger(SqlConnection connection, TenantId tenant, String name, Tally tally) {
        PayoutBook.Difference unknown = new PayoutBook.Difference(
                "unknown-payout",
                "a status report speaks of a payment that is not in its file",
                null,
                null,
                name,
                null);
        return book.open(connection, tenant, unknown).invoke(id -> {
            tally.broken(id, name, null);
            tally.note(new Entry("status", "broken", name, null, null, null, null, id));
        });
    }

    private static void count(Tally tally, List<BankWord> words, List<Heard> heard) {
        for (int i = 0; i < words.size(); i++) {
            BankWord word = words.get(i);
            switch (heard.get(i)) {
                case Heard.Done ignored -> {
                    tally.count(word instanceof BankWord.Rejected ? Tally.Of.REJECTED : Tally.Of.ACCEPTED);
                    tally.note(entry(word, "done", null));
                }
                case Heard.Known ignored -> {
                    tally.count(Tally.Of.KNOWN);
                    tally.note(entry(word, "known", null));
                }
                case Heard.Broken broken -> {
                    tally.broken(broken.breakId(), word.endToEndId(), null);
                    tally.note(entry(word, "broken", broken.breakId()));
                }
            }
        }
    }

    private static Entry entry(BankWord word, String outcome, @Nullable UUID difference) {
        return word instanceof BankWord.Rejected rejected
                ? new Entry(
                        "rejected",
                        outcome,
                        word.endToEndId(),
                        null,
                        null,
                        rejected.reasonCode(),
                        rejected.reason(),
                        difference)
                : new Entry("accepted", outcome, word.endToEndId(), null, null, null, null, difference);
    }
}
