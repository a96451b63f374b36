package io.tillgate.portal.merchant.goods;

import io.tillgate.catalogue.DiscountTerms;
import io.tillgate.catalogue.ProductNames;
import io.tillgate.catalogue.SaveCoupon;
import io.tillgate.catalogue.SavePromotion;
import io.tillgate.catalogue.Validity;
import io.tillgate.portal.frame.Amounts;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Money;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.Refusal.Violation;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What the form of a promotion or a coupon sends. Days are whole days at the shop's place. */
public class OfferFields {
    @RestForm
    @Nullable
    String once;

    @RestForm
    @Nullable
    String nameEn;

    @RestForm
    @Nullable
    String nameZh;

    @RestForm
    @Nullable
    String code;

    @RestForm
    @Nullable
    String percent;

    @RestForm
    @Nullable
    String amount;

    @RestForm
    @Nullable
    String from;

    @RestForm
    @Nullable
    String to;

    @RestForm
    @Nullable
    String skus;

    @RestForm
    @Nullable
    String most;

    @RestForm
    @Nullable
    String perCard;

    @RestForm
    @Nullable
    String least;

    public String nameEn() {
        return text(nameEn);
    }

    public String nameZh() {
        return text(nameZh);
    }

    public String code() {
        return text(code);
    }

    public String percent() {
        return text(percent);
    }

    public String amount() {
        return text(amount);
    }

    public String from() {
        return text(from);
    }

    public String to() {
        return text(to);
    }

    public String skus() {
        return text(skus);
    }

    public String most() {
        return text(most);
    }

    public String perCard() {
        return text(perCard);
    }

    public String least() {
        return text(least);
    }

    SavePromotion promotion(Currency currency, ZoneId zone) {
        return new SavePromotion(
                new ProductNames(orNull(nameEn), orNull(nameZh)),
                null,
                discount(currency),
                null,
                Arrays.stream(skus().split("[\\r\\n,;]+", -1))
                        .map(String::strip)
                        .filter(sku -> !sku.isEmpty())
                        .toList(),
                validity(zone),
                null,
                true);
    }

    SaveCoupon coupon(Currency currency, ZoneId zone) {
        Money basket = least().isEmpty() ? null : Amounts.needed("/least", least, currency);
        return new SaveCoupon(
                code().toUpperCase(Locale.ROOT),
                discount(currency),
                currency.getCurrencyCode(),
                validity(zone),
                count("/most", most()),
                count("/perCard", perCard()),
                basket == null ? null : basket.value(),
                true);
    }

    private DiscountTerms discount(Currency currency) {
        return new DiscountTerms(
                percent().isEmpty()
                        ? null
                        : percent().replace(',', '.').replace("%", "").strip(),
                amount().isEmpty() ? null : Amounts.needed("/amount", amount, currency));
    }

    /** The last day is in it. */
    private Validity validity(ZoneId zone) {
        LocalDate first = day("/from", from());
        return new Validity(
                first.atStartOfDay(zone).toInstant(),
                to().isEmpty()
                        ? null
                        : day("/to", to()).plusDays(1).atStartOfDay(zone).toInstant());
    }

    private static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            throw refused(field, "REQUIRED");
        }
    }

    private static @Nullable Integer count(String field, String text) {
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("[0-9]{1,9}")) {
            throw refused(field, "RANGE");
        }
        return Integer.valueOf(text);
    }

    private static Refusal refused(String field, String code) {
        return new Refusal(
                CommonProblem.VALIDATION, "this cannot be read", List.of(new Violation(field, code, "look again")));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text(text).isEmpty() ? null : text(text);
    }
}
