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
import io.tillgate.sales.usecase.UndoSale.GoodsBack;
import io.tillgate.sales.usecase.UndoSale.Kind;
import io.tillgate.sales.usecase.UndoingSale.Asker;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Money;
import io.tillgate.shared.PaymentId;
import io.tillgate.shared.Refusal;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Refunds and voids that a person asks for. The idempotency key names the payment request, so nothing is paid twice. */
@ApplicationScoped
public class UndoingFromThePortal {
    private static final Duration TIME = Duration.ofSeconds(25);

    private final Payments payments;
    private final FindingPremises premises;
    private final UndoingSale undoing;
    private final Answering answering;
    private final Audit audit;
    private final Clock clock;

    UndoingFromThePortal(
            Payments payments,
            FindingPremises premises,
            UndoingSale undoing,
            Answering answering,
            Audit audit,
            Clock clock) {
        this.payments = payments;
        this.premises = premises;
        this.undoing = undoing;
        this.answering = answering;
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
            return json().put("payment", payment.toString())
                    .put("kind", kind.name())
                    .put("returns", returns.toString())
                    .encode();
        }

        /** Without an amount everything that is left is given back. */
        JsonObject json() {
            JsonObject json = new JsonObject().put("reasonCode", reasonCode);
            if (amount != null) {
                json.put("amount", amount.value())
                        .put("currency", amount.currency().getCurrencyCode());
            }
            return json;
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
        Asker person = new Asker(till, List.of(audit.part(entry(caller, wish, till, key.requestId()))), () -> {});
        return answering
                .answer(command.request(), till, () -> {}, () -> undoing.undo(command, person))
                .map(UndoingFromThePortal::decided);
    }

    private Uni<Till> till(PaymentView payment) {
        var place = payment.place();
        return premises.find(new Premises.Key(place.tenant(), place.account(), place.store()))
                .map(found -> found.orElseThrow(
                                () -> new Refusal(CommonProblem.NOT_FOUND, "this payment's store is gone"))
                        .till(null, place.terminalNumber()));
    }

    /** What was asked; what became of it stands in the payment with this request id. */
    private static AuditEntry entry(Caller caller, Wish wish, Till till, UUID request) {
        return new AuditEntry(
                caller.tenant(),
                till.merchant(),
                AuditEntry.Actor.of(caller),
                "payment." + wish.kind().name().toLowerCase(Locale.ROOT),
                new AuditEntry.Subject("payment", wish.payment().toString()),
                null,
                wish.json().put("request", request.toString()));
    }

    private static JsonObject decided(TakeAnswer answer) {
        return switch (answer) {
            case TakeAnswer.Final done -> done.answer();
            case TakeAnswer.Refused refused -> throw new Refusal(refused.code(), refused.detail());
            case TakeAnswer.CompanionRefused refused -> throw Answering.refusal(refused.statement());
        };
    }
}
