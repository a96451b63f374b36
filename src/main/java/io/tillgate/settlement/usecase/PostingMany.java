package io.tillgate.settlement.usecase;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tillgate.ledger.JournalEntry;
import io.tillgate.ledger.Ledger;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;

/** Posts any number of entries in one transaction, as many at once as the ledger takes. */
final class PostingMany {
    private PostingMany() {}

    static Uni<Void> post(Ledger ledger, SqlConnection connection, List<JournalEntry> entries) {
        List<List<JournalEntry>> chunks = new ArrayList<>();
        for (int from = 0; from < entries.size(); from += Ledger.ENTRIES_MAX) {
            chunks.add(entries.subList(from, Math.min(from + Ledger.ENTRIES_MAX, entries.size())));
        }
        return Multi.createFrom()
                .iterable(chunks)
                .onItem()
                .transformToUniAndConcatenate(chunk -> ledger.post(connection, chunk))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
