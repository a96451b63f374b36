package io.tillgate.sales.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.payments.Original;
import io.tillgate.payments.PaymentView;
import io.tillgate.payments.Payments;
import io.tillgate.payments.RequestKey;
import io.tillgate.payments.TakeAnswer;
import io.tillgate.payments.Till;
import io.tillgate.platform.audit.Audit;
import io.tillgate.platform.audit.AuditEntry;
import io.tillgate.platform.http.IdempotencyKey;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.sales.usecase.UndoSale.GoodsBack;
import io.tillgate.sales.usecase.UndoSale.Kind;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Money;
import io.tillgate.shared.PaymentId;
import io.tillgate.shared.Refusal;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refunds and voids that a person asks for. The idempotency key names the payment request, so nothing is paid twice. */
@ApplicationScoped
public class UndoingFromThePortal {
    private static final Duration TIME = Duration.ofSeconds(25);

    private final Payments payments;
    private final FindingPremises premises;
    private final UndoingSale undoing;
    private final Answering answering;
    private final TenantTransaction transactions;
    private final Audit audit;
    private final Clock clock;

    UndoingFromThePortal(
            Payments payments,
            FindingPremises premises,
            UndoingSale undoing,
            Answering answering,
            TenantTransaction transactions,
            Audit audit,
            Clock clock) {
        this.payments = payments;
        this.premises = premises;
        this.undoing = undoing;
        this.answering = answering;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a person asks for. */
    public record Wish(
            PaymentId payment, Kind kind, @Nullable Money amount, List<GoodsBack> returns, String reasonCode) {
        public Wish {
            returns = List.copyOf(returns);
        }

        /** What two requests with one key must agree on. */
        String canonical() {
            JsonObject json = new JsonObject()
                    .put("payment", payment.toString())
                    .put("kind", kind.name())
                    .put("reasonCode", reasonCode)
                    .put("returns", returns.toString());
            if (amount != null) {
                json.put("amount", amount.value())
                        .put("currency", amount.currency().getCurrencyCode());
            }
            return json.encode();
        }
    }

    /** The answer as a terminal would get it. */
    public Uni<JsonObject> undo(Caller caller, @Nullable String key, Wish wish) {
        var idempotent = IdempotencyKey.of(caller, wish.kind().name(), key, wish.canonical());
        return payments.find(caller.scope(), caller.tenant(), wish.payment())
                .map(found -> found.orElseThrow(() -> new Refusal(CommonProblem.NOT_FOUND, "there is no such payment")))
                .chain(payment -> till(payment).chain(till -> undo(caller, idempotent, wish, till)));
    }

    private Uni<JsonObject> undo(Caller caller, IdempotencyKey key, Wish wish, Till till) {
        UndoSale command = new UndoSale(
                new SellGoods.Request(
                        RequestKey.ofHttp(caller.tenant(), caller.subject(), key.requestId()),
                        key.bodyHash(),
                        clock.instant().plus(TIME)),
                wish.kind(),
                new Original.ByPayment(wish.payment()),
                wish.amount(),
                wish.returns(),
                wish.reasonCode(),
                caller.username());
        return payments.knows(command.request().key())
                .chain(known -> answering
                        .answer(command.request(), till, () -> {}, () -> undoing.undo(command, till, () -> {}))
                        .map(UndoingFromThePortal::decided)
                        .call(answer -> known ? Uni.createFrom().voidItem() : record(caller, wish, till, answer)));
    }

    private Uni<Till> till(PaymentView payment) {
        var place = payment.place();
        return premises.find(new Premises.Key(place.tenant(), place.account(), place.store()))
                .map(found -> found.orElseThrow(
                                () -> new Refusal(CommonProblem.NOT_FOUND, "this payment's store is gone"))
                        .till(null, place.terminalNumber()));
    }

    private Uni<Void> record(Caller caller, Wish wish, Till till, JsonObject answer) {
        AuditEntry entry = new AuditEntry(
                caller.tenant(),
                till.merchant(),
                AuditEntry.Actor.of(caller),
                "payment." + wish.kind().name().toLowerCase(java.util.Locale.ROOT),
                new AuditEntry.Subject("payment", wish.payment().toString()),
                null,
                new JsonObject()
                        .put("outcome", answer.getString("outcome"))
                        .put("paymentId", answer.getString("paymentId"))
                        .put("reasonCode", wish.reasonCode()));
        return transactions.sql(caller.scope(), sql -> audit.record(sql, entry));
    }

    private static JsonObject decided(TakeAnswer answer) {
        return switch (answer) {
            case TakeAnswer.Final done -> done.answer();
            case TakeAnswer.Refused refused -> throw new Refusal(refused.code(), refused.detail());
            case TakeAnswer.CompanionRefused refused -> throw Answering.refusal(refused.statement());
        };
    }
}
