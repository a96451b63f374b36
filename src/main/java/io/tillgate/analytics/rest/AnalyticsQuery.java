package io.tillgate.analytics.rest;

import io.tillgate.analytics.AnalyticsProblem;
import io.tillgate.analytics.Period;
import io.tillgate.analytics.Question;
import io.tillgate.platform.identity.Caller;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.StoreId;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** About whom and when; as {@code @BeanParam}. Without dates: today; without {@code to}: until today. */
public record AnalyticsQuery(
        @QueryParam("from") @Nullable LocalDate from,
        @QueryParam("to") @Nullable LocalDate to,
        @QueryParam("merchantId") @Nullable UUID merchant,
        @QueryParam("storeId") @Nullable UUID store,
        @QueryParam("currency") @Size(max = 3) @Nullable String currency) {

    /** @param today the tenant's business date */
    Question question(Caller caller, LocalDate today) {
        MerchantId own = caller.isOfMerchant() ? caller.merchant() : null;
        if (caller.isOfMerchant()
                && merchant != null
                && (own == null || !own.value().equals(merchant))) {
            throw new Refusal(CommonProblem.NOT_FOUND, "there is no such merchant");
        }
        MerchantId asked = merchant == null ? own : new MerchantId(merchant);
        return new Question(
                caller.scope(),
                caller.tenant(),
                asked,
                store == null ? null : new StoreId(store),
                period(today),
                currency == null ? null : currency(currency));
    }

    private Period period(LocalDate today) {
        LocalDate last = to != null ? to : from != null && from.isAfter(today) ? from : today;
        return new Period(from == null ? last : from, last);
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw new Refusal(AnalyticsProblem.CURRENCY_INVALID, "currency is a code of ISO 4217, such as EUR");
        }
    }
}
