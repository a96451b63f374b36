package io.tillgate.settlement.store;

import io.vertx.mutiny.sqlclient.Tuple;

/** Single values first, then the columns of a batch. */
final class Tuples {
    private Tuples() {}

    static Tuple joined(Tuple first, Tuple second) {
        for (int i = 0; i < second.size(); i++) {
            first.addValue(second.getValue(i));
        }
        return first;
    }
}
