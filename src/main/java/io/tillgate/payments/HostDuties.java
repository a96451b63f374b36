package io.tillgate.payments;

import io.smallrye.mutiny.Uni;
import io.tillgate.payments.store.PaymentLists;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.Caller;
import io.tillgate.shared.PaymentId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What card hosts are still owed, for the people who look after it. */
@ApplicationScoped
public class HostDuties {
    private final PaymentLists lists;

    HostDuties(PaymentLists lists) {
        this.lists = lists;
    }

    /**
     * Newest first.
     *
     * @param state {@code owed}, {@code answered} or {@code abandoned}; null for all
     */
    public Uni<Page<HostDuty>> list(Caller caller, @Nullable String state, PageRequest page) {
        return lists.duties(caller, state, page).map(found -> found.map(HostDuties::duty));
    }

    public Uni<List<HostDuty>> of(Caller caller, PaymentId payment) {
        return lists.duties(caller, payment)
                .map(found -> found.stream().map(HostDuties::duty).toList());
    }

    /** Tries again now what is owed or was given up. */
    public Uni<Void> retry(Caller caller, PaymentId payment) {
        return lists.retry(caller, payment);
    }

    private static HostDuty duty(PaymentLists.DutyView row) {
        return new HostDuty(
                row.payment(),
                row.kind(),
                row.reason(),
                row.state(),
                row.attempts(),
                row.nextAttemptAt(),
                row.responseCode(),
                row.createdAt(),
                row.endedAt());
    }
}
