package io.tillgate.sales.mqtt;

import io.smallrye.mutiny.Uni;
import io.tillgate.payments.Instruction;
import io.tillgate.payments.Original;
import io.tillgate.payments.PaymentAnswers;
import io.tillgate.payments.Payments;
import io.tillgate.payments.RequestKey;
import io.tillgate.payments.ReversePayment;
import io.tillgate.payments.TakeAnswer;
import io.tillgate.payments.TakePayment;
import io.tillgate.payments.Till;
import io.tillgate.sales.SaleProblem;
import io.tillgate.sales.usecase.Answering;
import io.tillgate.sales.usecase.FindingPremises;
import io.tillgate.sales.usecase.Premises;
import io.tillgate.sales.usecase.SellGoods;
import io.tillgate.sales.usecase.Selling;
import io.tillgate.sales.usecase.StoredTimePolicy;
import io.tillgate.sales.usecase.UndoingSale;
import io.tillgate.sales.usecase.UndoingSale.Asker;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.SaleId;
import io.tillgate.terminals.TerminalIdentity;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;

/** Runs one message of a terminal, whichever channel it came on. */
@ApplicationScoped
class SaleMessages {
    private final FindingPremises premises;
    private final Answering answering;
    private final Selling selling;
    private final UndoingSale undoing;
    private final Payments payments;
    private final StoredTimePolicy storedTimes;

    SaleMessages(
            FindingPremises premises,
            Answering answering,
            Selling selling,
            UndoingSale undoing,
            Payments payments,
            StoredTimePolicy storedTimes) {
        this.premises = premises;
        this.answering = answering;
        this.selling = selling;
        this.undoing = undoing;
        this.payments = payments;
        this.storedTimes = storedTimes;
    }

    /**
     * One message with its own id.
     *
     * @param blocked whether the terminal may take no new money
     * @param committed told once it can no longer be lost
     */
    record Asked(
            TerminalIdentity from, boolean blocked, SellGoods.Request request, JsonObject body, Runnable committed) {
        static RequestKey key(TerminalIdentity from, UUID id) {
            return RequestKey.ofTerminal(from.tenant(), from.terminal(), id);
        }
    }

    Uni<JsonObject> sale(Asked asked) {
        return newMoney(
                asked,
                (where, till) -> selling.sell(
                        SaleMessage.read(asked.body(), asked.request(), null), where, till, asked.committed()));
    }

    /** A sale that was made without a connection: a fact, at the time and the price it was. Cash only. */
    Uni<JsonObject> storedSale(Asked asked, Instant madeAt) {
        return atTill(asked, (where, till) -> {
            storedTimes.require(madeAt);
            SellGoods sale = SaleMessage.read(asked.body(), asked.request(), madeAt);
            if (sale.paying() instanceof SellGoods.Paying.ByCard) {
                throw new Refusal(SaleProblem.UNSUPPORTED, "cards are not taken offline here: only cash is");
            }
            return selling.sell(sale, where, till, asked.committed());
        });
    }

    Uni<JsonObject> refund(Asked asked) {
        return newMoney(
                asked,
                (where, till) -> undoing.undo(
                        UndoMessage.refund(asked.body(), asked.request()), Asker.terminal(till, asked.committed())));
    }

    Uni<JsonObject> cancel(Asked asked) {
        return newMoney(
                asked,
                (where, till) -> undoing.undo(
                        UndoMessage.cancel(asked.body(), asked.request()), Asker.terminal(till, asked.committed())));
    }

    Uni<JsonObject> test(Asked asked) {
        return atTill(asked, (where, till) -> {
            Fields.of(asked.body(), Set.of("type"));
            SaleId none = new SaleId(asked.request().key().requestId());
            TakePayment test = new TakePayment(
                    asked.request().key(),
                    asked.request().bodyHash(),
                    till,
                    new Instruction.Test(),
                    none,
                    null,
                    asked.request().expiresAt());
            return payments.take(test, List.of(), asked.committed());
        });
    }

    /** Idempotent by what it undoes, so its own id needs no record. */
    Uni<JsonObject> reversal(Asked asked) {
        return atTill(asked, (where, till) -> {
            UndoMessage.Reversal reversal = UndoMessage.reversal(asked.body());
            return payments.reverse(
                            new ReversePayment(asked.request().key(), till, reversal.original(), reversal.reasonCode()))
                    .map(answer -> ofPayments(answer, reversal.original()));
        });
    }

    /** A reversal that came before its payment stands under the request id it waits for, which is no payment to name. */
    static TakeAnswer ofPayments(TakeAnswer answer, Original reversed) {
        if (answer instanceof TakeAnswer.Final(JsonObject body)
                && reversed instanceof Original.ByRequest(UUID request)
                && request.toString().equals(body.getString("paymentId"))) {
            JsonObject unnamed = body.copy();
            unnamed.remove("paymentId");
            return new TakeAnswer.Final(unnamed);
        }
        return answer;
    }

    /** What a blocked terminal may not do; a request from before still gets its stored answer. */
    private Uni<JsonObject> newMoney(Asked asked, BiFunction<Premises, Till, Uni<TakeAnswer>> work) {
        return atTill(asked, (where, till) -> {
            if (asked.blocked()) {
                throw new Refusal(
                        SaleProblem.TERMINAL_BLOCKED,
                        "this terminal is blocked: it may reverse, and send what it stored");
            }
            return work.apply(where, till);
        });
    }

    private Uni<JsonObject> atTill(Asked asked, BiFunction<Premises, Till, Uni<TakeAnswer>> work) {
        TerminalIdentity from = asked.from();
        return premises.find(new Premises.Key(from.tenant(), from.account(), from.store()))
                .chain(found -> found.map(where -> {
                            Till till = where.till(from.terminal(), from.terminalNumber());
                            return answering.once(
                                    asked.request(), till, asked.committed(), () -> work.apply(where, till));
                        })
                        .orElseGet(
                                () -> refused(SaleProblem.TILL_UNKNOWN, "this terminal's store or account is gone")));
    }

    static Uni<JsonObject> refused(SaleProblem problem, String detail) {
        return Uni.createFrom().item(PaymentAnswers.error(problem.code(), detail));
    }
}
