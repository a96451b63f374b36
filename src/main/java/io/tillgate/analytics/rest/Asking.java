package io.tillgate.analytics.rest;

import io.smallrye.mutiny.Uni;
import io.tillgate.analytics.Question;
import io.tillgate.merchants.Merchants;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.identity.CurrentCaller;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.StoreId;
import io.tillgate.tenancy.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** From what was sent to a question: a merchant or store that is not the caller's is not there. */
@ApplicationScoped
class Asking {
    private final CurrentCaller callers;
    private final Merchants merchants;
    private final BusinessClock clock;

    Asking(CurrentCaller callers, Merchants merchants, BusinessClock clock) {
        this.callers = callers;
        this.merchants = merchants;
        this.clock = clock;
    }

    Uni<Question> question(AnalyticsQuery query) {
        Caller caller = callers.get();
        MerchantId asked = query.merchant() == null ? null : new MerchantId(query.merchant());
        if (caller.isOfMerchant() && asked != null && !asked.equals(caller.merchant())) {
            throw nothing("merchant");
        }
        MerchantId of = caller.isOfMerchant() ? caller.merchant() : asked;
        Question question = query.question(caller, of, clock.date(caller.tenant()));
        return known(caller, asked).chain(() -> ofItsStore(question)).replaceWith(question);
    }

    private Uni<Void> known(Caller caller, @Nullable MerchantId asked) {
        if (asked == null) {
            return Uni.createFrom().voidItem();
        }
        return merchants
                .merchant(caller.tenant(), asked)
                .map(found -> found.orElseThrow(() -> nothing("merchant")))
                .replaceWithVoid();
    }

    private Uni<Void> ofItsStore(Question question) {
        StoreId store = question.store();
        if (store == null) {
            return Uni.createFrom().voidItem();
        }
        MerchantId seen = question.scope().merchant();
        return merchants
                .store(question.tenant(), store)
                .map(found -> found.filter(each -> seen == null || Objects.equals(each.merchant(), seen))
                        .filter(each ->
                                question.merchant() == null || each.merchant().equals(question.merchant()))
                        .orElseThrow(() -> nothing("store")))
                .replaceWithVoid();
    }

    private static Refusal nothing(String what) {
        return new Refusal(CommonProblem.NOT_FOUND, "there is no such " + what);
    }
}
