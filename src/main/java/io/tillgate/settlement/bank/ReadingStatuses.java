package io.tillgate.settlement.bank;

import io.tillgate.settlement.BankWord;
import io.tillgate.settlement.bank.store.PayoutsInFiles.Member;
import io.tillgate.settlement.iso20022.StatusReport;
import io.tillgate.settlement.iso20022.StatusReport.Group;
import io.tillgate.settlement.iso20022.StatusReport.Reason;
import io.tillgate.settlement.iso20022.StatusReport.Transaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From a status report to a word for each payout of its file. A payment's own status speaks first, then its group's, then the
 * file's. {@code RJCT} and {@code CANC} refuse; everything that begins with {@code AC} accepts, which is never paid; the rest
 * ({@code RCVD}, {@code PDNG}, {@code PART}, ...) says nothing final.
 */
final class ReadingStatuses {
    private final StatusReport report;
    private final List<BankWord> words = new ArrayList<>();
    private final List<String> strangers = new ArrayList<>();
    private final Set<String> spokenFor = new HashSet<>();
    private int undecided;

    private ReadingStatuses(StatusReport report) {
        this.report = report;
    }

    /**
     * What a status report comes to.
     *
     * @param strangers names of payments that are not in the file
     * @param undecided payouts about which nothing final is said
     */
    record Statuses(List<BankWord> words, List<String> strangers, int undecided) {}

    static Statuses of(StatusReport report, List<Member> members) {
        ReadingStatuses reading = new ReadingStatuses(report);
        Set<String> ours = members.stream().map(Member::endToEndId).collect(Collectors.toSet());
        report.groups().forEach(group -> group.transactions().forEach(each -> reading.transaction(group, each, ours)));
        List<String> rest = members.stream()
                .filter(member -> !member.isOut())
                .map(Member::endToEndId)
                .filter(name -> !reading.spokenFor.contains(name))
                .toList();
        reading.rest(rest);
        return new Statuses(List.copyOf(reading.words), List.copyOf(reading.strangers), reading.undecided);
    }

    private void transaction(Group group, Transaction transaction, Set<String> ours) {
        Optional<String> name = Stream.of(transaction.originalEndToEndId(), transaction.originalInstructionId())
                .flatMap(Optional::stream)
                .map(each -> ours.contains(each) ? each : each.toLowerCase(Locale.ROOT))
                .filter(ours::contains)
                .findFirst();
        if (name.isEmpty()) {
            strangers.add(transaction
                    .originalEndToEndId()
                    .or(transaction::originalInstructionId)
                    .orElse("a payment without a name"));
            return;
        }
        if (spokenFor.add(name.get())) {
            Optional<String> status = transaction.status().or(group::status).or(report::status);
            say(name.get(), status, firstOf(List.of(transaction.reasons(), group.reasons(), report.reasons())));
        }
    }

    /** Payments that are not named: one group speaks for all of them, or the file does. */
    private void rest(List<String> names) {
        boolean oneGroup = report.groups().size() == 1;
        Optional<String> ofGroup = oneGroup ? report.groups().getFirst().status() : Optional.empty();
        List<Reason> why =
                oneGroup ? firstOf(List.of(report.groups().getFirst().reasons(), report.reasons())) : report.reasons();
        names.forEach(name -> say(name, ofGroup.or(report::status), why));
    }

    private void say(String name, Optional<String> status, List<Reason> reasons) {
        String code = status.orElse("");
        if (code.equals("RJCT") || code.equals("CANC")) {
            words.add(new BankWord.Rejected(name, code(reasons), text(reasons)));
        } else if (code.startsWith("AC")) {
            words.add(new BankWord.Accepted(name));
        } else {
            undecided++;
        }
    }

    private static List<Reason> firstOf(List<List<Reason>> levels) {
        return levels.stream().filter(level -> !level.isEmpty()).findFirst().orElse(List.of());
    }

    private static @Nullable String code(List<Reason> reasons) {
        return reasons.stream()
                .flatMap(reason -> reason.code().stream())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String text(List<Reason> reasons) {
        String all = reasons.stream().flatMap(reason -> reason.text().stream()).collect(Collectors.joining(" "));
        return all.isBlank() ? null : all;
    }
}
