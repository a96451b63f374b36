package io.tillgate.portal.acquirer;

import io.tillgate.settlement.PayoutView;
import io.tillgate.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Payouts of one run in one state that wait for the same person.
 *
 * @param state of all of them, drafted or signed
 * @param totals one for each currency
 * @param signer who signed, when all were signed by one person; null otherwise
 */
public record Batch(
        UUID run,
        LocalDate businessDate,
        String state,
        int payouts,
        List<Money> totals,
        @Nullable String signer,
        @Nullable Instant signedAt) {

    public boolean isSigned() {
        return state.equals("signed");
    }

    /** Signed first, since it is nearest to leaving. */
    static List<Batch> of(List<PayoutView> waiting) {
        Map<String, List<PayoutView>> groups = waiting.stream()
                .collect(Collectors.groupingBy(
                        each -> each.state() + each.run(), LinkedHashMap::new, Collectors.toList()));
        return groups.values().stream()
                .map(Batch::batch)
                .sorted(java.util.Comparator.comparing(Batch::state).reversed())
                .toList();
    }

    private static Batch batch(List<PayoutView> payouts) {
        PayoutView first = payouts.getFirst();
        List<PayoutView.Signed> signed = payouts.stream()
                .flatMap(each -> each.attempts().stream())
                .map(PayoutView.Attempt::signed)
                .filter(each -> each != null)
                .toList();
        List<String> names = signed.stream()
                .map(PayoutView.Signed::by)
                .filter(each -> each != null)
                .distinct()
                .toList();
        return new Batch(
                first.run(),
                first.businessDate(),
                first.state(),
                payouts.size(),
                payouts.stream()
                        .map(PayoutView::amount)
                        .collect(Collectors.groupingBy(Money::currency, LinkedHashMap::new, Collectors.toList()))
                        .values()
                        .stream()
                        .map(each -> each.stream().reduce(Money::plus).orElseThrow())
                        .toList(),
                names.size() == 1 ? names.getFirst() : null,
                signed.isEmpty() ? null : signed.getFirst().at());
    }
}
