package io.tillgate.platform.persistence;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.persistence.GroupCommit.Waiting;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The rows of a batch, gathered by the statement that writes them, in the statements' order. */
final class BatchRows {
    private final Collection<ForStatement<?>> statements;

    private BatchRows(Collection<ForStatement<?>> statements) {
        this.statements = statements;
    }

    static BatchRows of(List<Waiting> units) {
        Map<Integer, ForStatement<?>> byOrder = new TreeMap<>();
        for (Waiting unit : units) {
            for (CommitUnit.Part<?> part : unit.unit().parts()) {
                byOrder.computeIfAbsent(part.statement().order(), order -> new ForStatement<>(part.statement()))
                        .add(unit, part);
            }
        }
        return new BatchRows(byOrder.values());
    }

    /**
     * Sends all statements without waiting for each other (the connection keeps their order); answers the refused
     * units with the first statement that refused them.
     */
    Uni<Map<Waiting, String>> write(SqlConnection connection) {
        List<Uni<Map<Waiting, String>>> sent = new ArrayList<>();
        for (ForStatement<?> statement : statements) {
            // started here, in order, and awaited together: one round trip instead of one a statement
            sent.add(Sent.now(statement.write(connection)));
        }
        if (sent.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Uni.join().all(sent).andFailFast().map(BatchRows::merged);
    }

    private static Map<Waiting, String> merged(List<Map<Waiting, String>> refusals) {
        Map<Waiting, String> merged = new HashMap<>();
        refusals.forEach(refused -> refused.forEach(merged::putIfAbsent));
        return merged;
    }

    private static final class ForStatement<R> {
        private final BatchStatement<R> statement;
        private final List<R> rows = new ArrayList<>();
        private final List<Waiting> owners = new ArrayList<>();

        ForStatement(BatchStatement<R> statement) {
            this.statement = statement;
        }

        @SuppressWarnings("unchecked") // a statement's order is unique, so the part's row is of its type
        void add(Waiting owner, CommitUnit.Part<?> part) {
            if (!part.statement().equals(statement)) {
                throw new IllegalStateException(
                        statement.name() + " and " + part.statement().name() + " share an order");
            }
            rows.add((R) part.row());
            owners.add(owner);
        }

        Uni<Map<Waiting, String>> write(SqlConnection connection) {
            return statement.write(connection, rows).map(this::refusedUnits);
        }

        private Map<Waiting, String> refusedUnits(Set<Integer> indexes) {
            Map<Waiting, String> refused = new HashMap<>();
            indexes.forEach(index -> refused.put(owners.get(index), statement.name()));
            return refused;
        }
    }
}
