package io.tillgate.payments.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.payments.store.ArmedPayment;
import io.tillgate.payments.store.EvidenceStore;
import io.tillgate.payments.store.EvidenceStore.Evidence;
import io.tillgate.payments.usecase.CardHostPort.Reply;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** What a host said to somebody who had lost the payment meanwhile: kept, since it never changes the answer. */
@ApplicationScoped
class LostRaces {
    private static final Logger LOG = Logger.getLogger(LostRaces.class);

    private final EvidenceStore store;

    LostRaces(EvidenceStore store) {
        this.store = store;
    }

    /** Never fails: the answer that stands does not wait for the evidence of another. */
    Uni<Void> keep(ArmedPayment armed, Reply reply) {
        Evidence evidence = new Evidence(
                "lost-race",
                message(reply),
                armed.host().trace(),
                armed.command().till().terminalNumber());
        return store.keep(armed.command().key().tenant(), armed.businessDate(), evidence)
                .onFailure()
                .recoverWithUni(fault -> {
                    LOG.errorf("what the host said of payment %s could not be filed: %s", armed.id(), fault);
                    return Uni.createFrom().voidItem();
                });
    }

    private static JsonObject message(Reply reply) {
        return switch (reply) {
            case Reply.Approved approved ->
                new JsonObject()
                        .put("reply", "approved")
                        .put("responseCode", approved.responseCode())
                        .put("authCode", approved.authCode())
                        .put("rrn", approved.rrn());
            case Reply.Declined declined ->
                new JsonObject()
                        .put("reply", "declined")
                        .put("responseCode", declined.responseCode())
                        .put("rrn", declined.rrn());
            case Reply.NotSent notSent ->
                new JsonObject().put("reply", "not sent").put("why", notSent.why());
            case Reply.Nothing nothing ->
                new JsonObject().put("reply", "nothing").put("why", nothing.why());
        };
    }
}
