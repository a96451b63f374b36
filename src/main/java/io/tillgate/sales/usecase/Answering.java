package io.tillgate.sales.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.CatalogueProblem;
import io.tillgate.catalogue.CouponRedemptions;
import io.tillgate.payments.Instruction;
import io.tillgate.payments.PaymentAnswers;
import io.tillgate.payments.Payments;
import io.tillgate.payments.TakeAnswer;
import io.tillgate.payments.TakePayment;
import io.tillgate.payments.Till;
import io.tillgate.sales.SaleProblem;
import io.tillgate.sales.store.SaleStatements;
import io.tillgate.shared.ProblemCode;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.SaleId;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;

/**
 * One request, one answer: what was answered before comes again, whatever is wrong with the request by now; a refusal is
 * an answer as well.
 */
@ApplicationScoped
public class Answering {
    private final Payments payments;

    Answering(Payments payments) {
        this.payments = payments;
    }

    /** The body that goes out to a terminal: a refusal is {@code error} with its code. */
    public Uni<JsonObject> once(
            SellGoods.Request request, Till till, Runnable committed, Supplier<Uni<TakeAnswer>> work) {
        return answer(request, till, committed, work).map(Answering::body);
    }

    /**
     * Runs the work; if that refuses, and the request is known, its stored answer comes instead.
     *
     * @param committed told when the request turns out to be durable already
     */
    Uni<TakeAnswer> answer(SellGoods.Request request, Till till, Runnable committed, Supplier<Uni<TakeAnswer>> work) {
        return Uni.createFrom()
                .deferred(work::get)
                .onFailure(Refusal.class)
                .recoverWithUni(refusal -> known(request, till, committed, refusal));
    }

    private Uni<TakeAnswer> known(SellGoods.Request request, Till till, Runnable committed, Refusal refusal) {
        if (refusal.code().category() == ProblemCode.Category.UNAVAILABLE) {
            // nothing is decided: the terminal sends the same id again
            return Uni.createFrom().failure(refusal);
        }
        return payments.knows(request.key())
                .chain(known -> known
                        ? payments.take(repeat(request, till), List.of(), committed)
                        : Uni.createFrom().item(new TakeAnswer.Refused(refusal.code(), refusal.detail())));
    }

    /** Only the key and the hash count: the request is known, so nothing is taken. */
    private static TakePayment repeat(SellGoods.Request request, Till till) {
        return new TakePayment(
                request.key(),
                request.bodyHash(),
                till,
                new Instruction.Test(),
                new SaleId(request.key().requestId()),
                null,
                request.expiresAt());
    }

    static JsonObject body(TakeAnswer answer) {
        return switch (answer) {
            case TakeAnswer.Final decided -> decided.answer();
            case TakeAnswer.Refused refused ->
                PaymentAnswers.error(refused.code().code(), refused.detail());
            case TakeAnswer.CompanionRefused refused -> {
                Refusal why = refusal(refused.statement());
                yield PaymentAnswers.error(why.code().code(), why.detail());
            }
        };
    }

    /** What it means that one of our rows was refused in the first commit. */
    static Refusal refusal(String statement) {
        if (statement.equals(CouponRedemptions.RESERVE.name())) {
            return new Refusal(
                    CatalogueProblem.COUPON_SPENT, "a coupon of this basket was used as often as it may be, or ended");
        }
        if (statement.equals(SaleStatements.OPEN.name())) {
            return new Refusal(SaleProblem.SALE_ID_TAKEN, "this sale id belongs to another sale: use a new one");
        }
        if (statement.equals(SaleStatements.CLAIM.name()) || statement.equals(SaleStatements.PAYMENT.name())) {
            return new Refusal(
                    SaleProblem.SALE_BUSY, "another request about this sale is under way: repeat this in some seconds");
        }
        throw new IllegalStateException("a first commit was refused by " + statement);
    }
}
