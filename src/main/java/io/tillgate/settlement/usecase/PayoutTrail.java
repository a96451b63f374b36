package io.tillgate.settlement.usecase;

import io.tillgate.platform.audit.AuditEntry;
import io.tillgate.platform.identity.Caller;
import io.tillgate.settlement.PaymentFileView;
import io.tillgate.settlement.PayoutSelection;
import io.tillgate.settlement.store.AttemptRow;
import io.tillgate.shared.MerchantId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Audit records of what people do with payouts: one an act, however many payouts it is about. */
final class PayoutTrail {
    private PayoutTrail() {}

    static AuditEntry signed(Caller caller, PayoutSelection selection, List<AttemptRow> rows) {
        return act(caller, "payout.sign", selection, new JsonObject().put("payouts", rows.size()));
    }

    static AuditEntry released(
            Caller caller, PayoutSelection selection, List<AttemptRow> rows, List<PaymentFileView> files) {
        JsonArray written = new JsonArray();
        files.forEach(file -> written.add(new JsonObject()
                .put("messageId", file.messageId())
                .put("payouts", file.payouts())
                .put("total", file.total().value())
                .put("currency", file.total().currency().getCurrencyCode())));
        JsonObject after = new JsonObject()
                .put("payouts", rows.size())
                .put(
                        "firstSignatures",
                        new JsonArray(rows.stream()
                                .map(row -> row.standing().signed())
                                .filter(Objects::nonNull)
                                .map(signature -> (Object) signature.name())
                                .distinct()
                                .sorted()
                                .toList()))
                .put("files", written);
        return act(caller, "payout.release", selection, after);
    }

    static AuditEntry changed(Caller caller, String action, AttemptRow before, JsonObject after) {
        return new AuditEntry(
                caller.tenant(),
                before.merchant(),
                AuditEntry.Actor.of(caller),
                action,
                new AuditEntry.Subject("payout", before.payout().toString()),
                new JsonObject().put("state", before.state().code()).put("attempt", before.number()),
                after);
    }

    /** Nobody asked for it: the merchant's standing did. */
    static AuditEntry heldBack(AttemptRow row) {
        return new AuditEntry(
                row.tenant(),
                row.merchant(),
                AuditEntry.Actor.system("settlement-standing"),
                "payout.hold",
                new AuditEntry.Subject("payout", row.payout().toString()),
                new JsonObject().put("state", row.state().code()).put("attempt", row.number()),
                new JsonObject().put("state", "held").put("attempt", row.number() + 1));
    }

    static AuditEntry of(Caller caller, String action, AuditEntry.Subject subject, JsonObject after) {
        return of(caller, null, action, subject, after);
    }

    private static AuditEntry of(
            Caller caller, @Nullable MerchantId merchant, String action, AuditEntry.Subject subject, JsonObject after) {
        return new AuditEntry(caller.tenant(), merchant, AuditEntry.Actor.of(caller), action, subject, null, after);
    }

    private static AuditEntry act(Caller caller, String action, PayoutSelection selection, JsonObject after) {
        return switch (selection) {
            case PayoutSelection.OfRun of ->
                of(caller, action, new AuditEntry.Subject("settlement", of.run().toString()), after);
            case PayoutSelection.These these ->
                of(
                        caller,
                        action,
                        new AuditEntry.Subject(
                                "payout", these.payouts().getFirst().toString()),
                        after.put(
                                "selected",
                                new JsonArray(these.payouts().stream()
                                        .map(id -> (Object) id.toString())
                                        .toList())));
        };
    }
}
