package io.tillgate.simulator.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The faults ordered and not yet used up, in order; at most a thousand. */
final class BankFaults {
    private static final int FAULTS_MAX = 1_000;

    private final List<BankFault> ordered = new ArrayList<>();

    synchronized void order(BankFault fault) {
        if (ordered.size() >= FAULTS_MAX) {
            throw new IllegalArgumentException("too many faults ordered");
        }
        ordered.add(fault);
    }

    synchronized void clear() {
        ordered.clear();
    }

    synchronized List<BankFault> all() {
        return List.copyOf(ordered);
    }

    /** What shall happen to this payment. */
    Optional<BankFault> take(String customer, PaymentOrder.Transfer transfer) {
        return take(fault -> fault.kind().isOfPayment() && fault.match().fits(customer, transfer));
    }

    /** What shall happen to the file that holds such a payment. */
    Optional<BankFault> take(String customer, PaymentOrder order) {
        List<PaymentOrder.Transfer> transfers = order.transfers();
        return take(fault -> !fault.kind().isOfPayment()
                && transfers.stream().anyMatch(transfer -> fault.match().fits(customer, transfer)));
    }

    private synchronized Optional<BankFault> take(Predicate<BankFault> fits) {
        for (int i = 0; i < ordered.size(); i++) {
            BankFault fault = ordered.get(i);
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
