package io.tillgate.ledger.store;

import io.tillgate.ledger.JournalEntry;
import io.tillgate.ledger.Posting;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;

/** Entries and their postings turned into columns, one array each, as {@code unnest} takes them. */
final class JournalColumns {
    private final UUID[] tenants;
    private final LocalDate[] dates;
    private final UUID[] ids;
    private final String[] kinds;
    private final UUID[] sources;
    private final String[] rules;
    private final Integer[] counts;
    private final UUID[] lineTenants;
    private final LocalDate[] lineDates;
    private final UUID[] lineEntries;
    private final Integer[] lines;
    private final UUID[] accounts;
    private final Long[] amounts;
    private final String[] currencies;
    private int entry;
    private int line;

    private JournalColumns(int entries, int postings) {
        tenants = new UUID[entries];
        dates = new LocalDate[entries];
        ids = new UUID[entries];
        kinds = new String[entries];
        sources = new UUID[entries];
        rules = new String[entries];
        counts = new Integer[entries];
        lineTenants = new UUID[postings];
        lineDates = new LocalDate[postings];
        lineEntries = new UUID[postings];
        lines = new Integer[postings];
        accounts = new UUID[postings];
        amounts = new Long[postings];
        currencies = new String[postings];
    }

    /** Entries by their id, which the caller has computed once. */
    static JournalColumns of(java.util.Map<UUID, JournalEntry> entries) {
        Collection<JournalEntry> all = entries.values();
        JournalColumns columns = new JournalColumns(
                all.size(), all.stream().mapToInt(e -> e.postings().size()).sum());
        entries.forEach(columns::add);
        return columns;
    }

    private void add(UUID id, JournalEntry added) {
        tenants[entry] = added.tenant().value();
        dates[entry] = added.businessDate();
        ids[entry] = id;
        kinds[entry] = added.booking().source().kind();
        sources[entry] = added.booking().source().id();
        rules[entry] = added.rule().code();
        counts[entry++] = added.postings().size();
        int number = 1;
        for (Posting posting : added.postings()) {
            add(id, added, posting, number++);
        }
    }

    private void add(UUID id, JournalEntry added, Posting posting, int number) {
        lineTenants[line] = added.tenant().value();
        lineDates[line] = added.businessDate();
        lineEntries[line] = id;
        lines[line] = number;
        accounts[line] = posting.account().id();
        amounts[line] = posting.amount().value();
        currencies[line++] = posting.amount().currency().getCurrencyCode();
    }

    Tuple parameters() {
        Tuple tuple = Tuple.tuple();
        for (Object column : new Object[] {
            tenants, dates, ids, kinds, sources, rules, counts,
            lineTenants, lineDates, lineEntries, lines, accounts, amounts, currencies
        }) {
            tuple.addValue(column);
        }
        return tuple;
    }
}
