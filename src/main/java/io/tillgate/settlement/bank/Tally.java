package io.tillgate.settlement.bank;

import io.tillgate.settlement.bank.store.BankEntryTable.Entry;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts and notes while a message is worked through. Used by one transaction, step by step. */
final class Tally {
    /** What something that was told came to. */
    enum Of {
        ACCEPTED,
        REJECTED,
        BOOKED,
        RETURNED,
        FUNDED,
        KNOWN,
        PENDING,
        WAITING,
        BREAK
    }

    private final Map<Of, Integer> counts = new EnumMap<>(Of.class);
    private final List<BankAnswer.Break> breaks = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    void count(Of what) {
        count(what, 1);
    }

    void count(Of what, int many) {
        counts.merge(what, many, Integer::sum);
    }

    void note(Entry entry) {
        entries.add(entry);
    }

    /** In the order of work. */
    List<Entry> entries() {
        return List.copyOf(entries);
    }

    void broken(UUID id, @Nullable String endToEndId, @Nullable String reference) {
        count(Of.BREAK);
        if (breaks.size() < BankAnswer.BREAKS_MAX) {
            breaks.add(new BankAnswer.Break(id, endToEndId, reference));
        }
    }

    BankAnswer.Counts counts() {
        return new BankAnswer.Counts(
                of(Of.ACCEPTED),
                of(Of.REJECTED),
                of(Of.BOOKED),
                of(Of.RETURNED),
                of(Of.FUNDED),
                of(Of.KNOWN),
                of(Of.PENDING),
                of(Of.WAITING),
                of(Of.BREAK));
    }

    List<BankAnswer.Break> breaks() {
        return List.copyOf(breaks);
    }

    private int of(Of what) {
        return counts.getOrDefault(what, 0);
    }
}
