package io.tillgate.simulator.cardhost;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The faults ordered and not yet used up, in order; at most a thousand. */
final class Faults {
    private static final int FAULTS_MAX = 1_000;

    private final List<Fault> ordered = new ArrayList<>();

    synchronized void order(Fault fault) {
        if (ordered.size() >= FAULTS_MAX) {
            throw new IllegalArgumentException("too many faults ordered");
        }
        ordered.add(fault);
    }

    synchronized void clear() {
        ordered.clear();
    }

    synchronized List<Fault> all() {
        return List.copyOf(ordered);
    }

    /** The first fault that fits the message; it is used up by one. */
    Optional<Fault> take(HostMessage message) {
        return take(fault ->
                fault.kind() != Fault.Kind.REFUSE_CONNECTIONS && fault.match().fits(message));
    }

    boolean takeConnection() {
        return take(fault -> fault.kind() == Fault.Kind.REFUSE_CONNECTIONS).isPresent();
    }

    private synchronized Optional<Fault> take(Predicate<Fault> fits) {
        for (int i = 0; i < ordered.size(); i++) {
            Fault fault = ordered.get(i);
            if (fits.test(fault)) {
                if (fault.count() == 1) {
                    ordered.remove(i);
                } else {
                    ordered.set(i, fault.once());
                }
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }
}
