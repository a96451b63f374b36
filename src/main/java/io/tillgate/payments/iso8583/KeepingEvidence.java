package io.tillgate.payments.iso8583;

import io.tillgate.payments.iso8583.LateAnswers.LateAnswer;
import io.tillgate.payments.store.EvidenceStore;
import io.tillgate.payments.store.EvidenceStore.Evidence;
import io.tillgate.shared.TenantId;
import io.tillgate.tenancy.BusinessClock;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Files what a host said when nobody waited for it any more. */
@ApplicationScoped
class KeepingEvidence {
    private static final Logger LOG = Logger.getLogger(KeepingEvidence.class);

    private final EvidenceStore store;
    private final BusinessClock clock;

    KeepingEvidence(EvidenceStore store, BusinessClock clock) {
        this.store = store;
        this.clock = clock;
    }

    void keep(TenantId tenant, LateAnswer late) {
        if (late.mti().startsWith("08")) {
            return;
        }
        store.keep(tenant, clock.date(tenant), evidence(late))
                .subscribe()
                .with(
                        done -> LOG.infof("link %s: a %s answer was filed", late.link(), late.reason()),
                        fault -> LOG.errorf(
                                "link %s: a %s answer could not be filed: %s", late.link(), late.reason(), fault));
    }

    private static Evidence evidence(LateAnswer late) {
        JsonObject message = new JsonObject()
                .put("link", late.link())
                .put("reason", late.reason().name())
                .put("mti", late.mti());
        late.answer()
                .ifPresent(answer -> message.put("responseCode", answer.responseCode())
                        .put("authCode", answer.authCode().orElse(null))
                        .put("rrn", answer.rrn().orElse(null)));
        Optional<MatchKey> key = late.key();
        return new Evidence(
                switch (late.reason()) {
                    case LATE, DUPLICATE -> "late";
                    case UNMATCHED -> "unmatched";
                    case UNREADABLE -> "unreadable";
                },
                message,
                key.map(MatchKey::stan).orElse(null),
                key.map(MatchKey::terminal).orElse(null));
    }
}
