package io.tillgate.settlement.bank;

import io.tillgate.settlement.bank.Movement.Reason;
import io.tillgate.settlement.bank.Movements.Oddity;
import io.tillgate.settlement.iso20022.AccountReport;
import io.tillgate.settlement.iso20022.AccountStatement;
import io.tillgate.settlement.iso20022.Direction;
import io.tillgate.settlement.iso20022.EntryTransaction;
import io.tillgate.settlement.iso20022.StatementEntry;
import io.tillgate.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From a report to movements. An entry with several payments is taken apart only when their number and sum agree with it: what does
 * not add up is an oddity as a whole, and nothing of it is booked.
 */
final class ReadingMovements {
    private static final int TEXT_LENGTH_MAX = 400;
    private static final String RETURN = "RRTN";

    private final LocalDate today;
    private final List<Movement> booked = new ArrayList<>();
    private final List<Oddity> odd = new ArrayList<>();
    private int pending;

    private ReadingMovements(LocalDate today) {
        this.today = today;
    }

    /** @param today for bookings that name no day */
    static Movements of(AccountReport report, LocalDate today) {
        ReadingMovements reading = new ReadingMovements(today);
        report.statements().forEach(reading::statement);
        return new Movements(List.copyOf(reading.booked), List.copyOf(reading.odd), reading.pending);
    }

    private void statement(AccountStatement statement) {
        statement
                .unexplained()
                .filter(rest -> rest.signum() != 0)
                .ifPresent(rest -> odd.add(new Oddity(
                        "balance/" + statement.account() + "/" + statement.id(),
                        "statement-balance",
                        "statement " + statement.id() + ": opening balance and bookings miss the closing balance by "
                                + rest.toPlainString(),
                        null,
                        null)));
        statement.entries().forEach(this::entry);
    }

    private void entry(StatementEntry entry) {
        if (!entry.isBooked()) {
            pending++;
            return;
        }
        Optional<Money> amount = entry.money();
        if (amount.isEmpty()) {
            odd(entry, "amount-unreadable", "an amount finer than its currency: " + shown(entry));
            return;
        }
        List<EntryTransaction> transactions = entry.transactions();
        if (transactions.isEmpty()) {
            booked.add(movement(entry, amount.get(), Optional.empty()));
        } else if (transactions.size() == 1) {
            one(entry, amount.get(), transactions.getFirst());
        } else {
            several(entry, amount.get());
        }
    }

    private void one(StatementEntry entry, Money amount, EntryTransaction transaction) {
        Optional<Money> told =
                transaction.money().filter(each -> each.currency().equals(amount.currency()));
        boolean same = transaction.direction().orElse(entry.direction()) == entry.direction();
        if (!same || (told.isPresent() && !told.get().equals(amount))) {
            odd(
                    entry,
                    "sum-differs",
                    "booked " + shown(entry) + ", the payment behind it is of another amount or side");
            return;
        }
        booked.add(movement(entry, amount, Optional.of(transaction)));
    }

    private void several(StatementEntry entry, Money amount) {
        List<EntryTransaction> transactions = entry.transactions();
        BigDecimal sum = BigDecimal.ZERO;
        for (EntryTransaction transaction : transactions) {
            Optional<Money> each = transaction.money();
            if (each.isEmpty() || !each.get().currency().equals(amount.currency())) {
                odd(entry, "sum-differs", "booked " + shown(entry) + ", not every payment behind it has an amount");
                return;
            }
            boolean same = transaction.direction().orElse(entry.direction()) == entry.direction();
            BigDecimal value = decimal(each.get());
            sum = same ? sum.add(value) : sum.subtract(value);
        }
        int counted = count(entry).orElse(transactions.size());
        if (sum.compareTo(decimal(amount)) != 0 || counted != transactions.size()) {
            odd(
                    entry,
                    "sum-differs",
                    "booked " + shown(entry) + " for " + counted + " payments; told are " + transactions.size() + " of "
                            + sum.toPlainString());
            return;
        }
        transactions.forEach(transaction ->
                booked.add(movement(entry, transaction.money().orElseThrow(), Optional.of(transaction))));
    }

    private static BigDecimal decimal(Money amount) {
        return BigDecimal.valueOf(amount.value(), Math.max(0, amount.exponent()));
    }

    private Movement movement(StatementEntry entry, Money amount, Optional<EntryTransaction> behind) {
        boolean alone = entry.transactions().size() < 2;
        Optional<String> own = behind.flatMap(each -> each.references().servicerReference());
        Optional<String> reference = alone ? entry.servicerReference().or(() -> own) : own.or(entry::servicerReference);
        return new Movement(
                behind.flatMap(EntryTransaction::direction).orElse(entry.direction()),
                amount,
                behind.stream().flatMap(ReadingMovements::names).distinct().toList(),
                groups(entry, behind),
                count(entry),
                reference.orElse(null),
                entry.bookingDate().or(entry::valueDate).orElse(today),
                entry.reversal()
                        || entry.code().endsWith(RETURN)
                        || behind.flatMap(EntryTransaction::returned).isPresent(),
                behind.flatMap(EntryTransaction::returned)
                        .map(why -> new Reason(
                                why.code().orElse(null), why.text().isEmpty() ? null : String.join(" ", why.text())))
                        .orElse(Reason.NONE),
                text(entry, behind));
    }

    private static Stream<String> names(EntryTransaction transaction) {
        EntryTransaction.References references = transaction.references();
        return Stream.of(references.endToEndId(), references.instructionId(), references.transactionId())
                .flatMap(Optional::stream);
    }

    private static List<String> groups(StatementEntry entry, Optional<EntryTransaction> behind) {
        return Stream.concat(
                        entry.batches().stream()
                                .flatMap(batch -> Stream.of(batch.paymentInformationId(), batch.messageId())),
                        behind.stream()
                                .flatMap(each -> Stream.of(
                                        each.references().paymentInformationId(),
                                        each.references().messageId())))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static OptionalInt count(StatementEntry entry) {
        return entry.batches().size() == 1
                ? entry.batches().getFirst().transactions().stream()
                        .mapToInt(Integer::intValue)
                        .findFirst()
                : OptionalInt.empty();
    }

    private static String text(StatementEntry entry, Optional<EntryTransaction> behind) {
        String all = Stream.of(
                        behind.stream().flatMap(each -> each.remittance().stream()),
                        behind.stream().flatMap(ReadingMovements::names),
                        behind.stream().flatMap(each -> each.counterparties().debtor().stream()),
                        behind.stream().flatMap(each -> each.additional().stream()),
                        entry.additional().stream(),
                        entry.reference().stream())
                .flatMap(each -> each)
                .distinct()
                .collect(Collectors.joining(" "));
        return all.length() <= TEXT_LENGTH_MAX ? all : all.substring(0, TEXT_LENGTH_MAX);
    }

    private void odd(StatementEntry entry, String kind, String detail) {
        @Nullable String reference = entry.servicerReference().orElse(null);
        LocalDate on = entry.bookingDate().or(entry::valueDate).orElse(today);
        String key = kind + "/" + on + "/" + shown(entry) + (reference == null ? "" : "/" + reference);
        boolean credit = entry.direction() == Direction.CREDIT;
        odd.add(new Oddity(
                key,
                kind,
                detail,
                entry.money().map(money -> credit ? money : money.negated()).orElse(null),
                reference));
    }

    private static String shown(StatementEntry entry) {
        return (entry.direction() == Direction.CREDIT ? "" : "-")
                + entry.amount().toPlainString() + " " + entry.currency();
    }
}
