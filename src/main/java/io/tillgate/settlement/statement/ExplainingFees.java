package io.tillgate.settlement.statement;

import io.tillgate.payments.card.CardScheme;
import io.tillgate.pricing.FeeCalculation;
import io.tillgate.pricing.FeePlan;
import io.tillgate.pricing.FeeRate;
import io.tillgate.pricing.MonthVolume;
import io.tillgate.pricing.MonthlyFeeLine;
import io.tillgate.pricing.PricedPayment;
import io.tillgate.settlement.statement.Statement.FeeLine;
import io.tillgate.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Groups fees by what they were charged for. A payment's fee was fixed when it was taken; the rate is named when the price
 * list of today comes to the very same fee, and otherwise the line says that the list of that day did.
 */
final class ExplainingFees {
    private final StatementWords words;
    private final Currency currency;
    private final Optional<FeePlan> plan;
    private final Map<String, Sum> groups = new LinkedHashMap<>();
    private final List<FeeLine> ofAccount = new ArrayList<>();

    ExplainingFees(StatementWords words, Currency currency, Optional<FeePlan> plan) {
        this.words = words;
        this.currency = currency;
        this.plan = plan.filter(list -> list.currency().equals(currency));
    }

    private record Sum(long count, Money base, Money fee) {
        Sum plus(ItemFacts item) {
            return new Sum(count + 1, base.plus(item.gross()), fee.plus(item.fee()));
        }
    }

    /** @param shown how people call the way it was paid */
    void payment(ItemFacts item, String shown) {
        if (item.kind().equals("sale")) {
            add(shown + words.pick(": ", "：") + reason(item), item);
        } else if (!item.fee().isZero()) {
            boolean isVoid = item.kind().equals("void");
            add(
                    isVoid
                            ? words.pick("Given back with voided sales", "撤销消费退还的手续费")
                            : words.pick("Given back or charged with refunds", "退货相关手续费"),
                    item);
        }
    }

    void correction(ItemFacts item) {
        if (!item.fee().isZero()) {
            Why why = item.why();
            String text = why == null
                    ? words.pick("Fee of the account, journal entry ", "账户费用，分录 ") + item.number()
                    : why.text(words.locale());
            MonthVolume volume = why instanceof Why.ByTheMonth(MonthlyFeeLine.ToTier tier)
                    ? tier.volume()
                    : new MonthVolume(Money.zero(currency), 0, Money.zero(currency));
            ofAccount.add(new FeeLine(text, volume.payments(), volume.gross(), item.fee(), false));
        }
    }

    List<FeeLine> lines() {
        List<FeeLine> lines = new ArrayList<>();
        groups.forEach((text, sum) -> lines.add(new FeeLine(text, sum.count, sum.base, sum.fee, true)));
        lines.addAll(ofAccount);
        return lines;
    }

    private void add(String text, ItemFacts item) {
        Money zero = Money.zero(currency);
        groups.put(text, groups.getOrDefault(text, new Sum(0, zero, zero)).plus(item));
    }

    private String reason(ItemFacts item) {
        String unnamed = words.pick("by the price list of the day of the sale", "按交易当日的价目表");
        ItemFacts.Payment payment = item.payment();
        if (plan.isEmpty() || payment == null || !item.gross().isPositive()) {
            return unnamed;
        }
        PricedPayment priced = priced(payment, item.gross());
        boolean isSame = FeeCalculation.ofSale(plan.get(), priced)
                .total()
                .equals(item.fee().negated());
        return isSame ? rate(plan.get().rateOf(priced)) : unnamed;
    }

    /** As payments price themselves; see {@code payments.usecase.Fees}. */
    private static PricedPayment priced(ItemFacts.Payment payment, Money gross) {
        ItemFacts.Card card = payment.card();
        String scheme = card == null || card.scheme() == null ? "other" : card.scheme();
        String entry = card == null || card.entry() == null ? "manual" : card.entry();
        return new PricedPayment(gross, scheme, PricedPayment.UNKNOWN_CARD, entry, payment.mcc());
    }

    /** {@code 1.4% of the amount + 0.10 each, at least 0.20, at most 20.00}. */
    private String rate(FeeRate rate) {
        BigDecimal percent = BigDecimal.valueOf(rate.partsPerMillion(), 4).stripTrailingZeros();
        String share = percent.toPlainString() + "%" + words.pick(" of the amount", "");
        List<String> parts = new ArrayList<>();
        String each = words.pick(money(rate.perItem()) + " each", "每笔 " + money(rate.perItem()));
        if (rate.perItem() == 0) {
            parts.add(share);
        } else {
            parts.add(rate.partsPerMillion() == 0 ? each : share + words.pick(" + ", " ＋ ") + each);
        }
        if (rate.minimum() > 0) {
            parts.add(words.pick("at least ", "最低 ") + money(rate.minimum()));
        }
        Long cap = rate.cap();
        if (cap != null) {
            parts.add(words.pick("at most ", "封顶 ") + money(cap));
        }
        return String.join(words.pick(", ", "，"), parts);
    }

    private String money(long minor) {
        return Figures.shown(new Money(minor, currency));
    }

    /** The name that people know a scheme by. */
    static String scheme(@Nullable String code, StatementWords words) {
        if (code == null) {
            return words.pick("Card", "银行卡");
        }
        if (code.equals(CardScheme.UNIONPAY.code())) {
            return words.pick(CardScheme.UNIONPAY.brand(), "银联");
        }
        return Arrays.stream(CardScheme.values())
                .filter(scheme -> scheme != CardScheme.OTHER && scheme.code().equals(code))
                .map(CardScheme::brand)
                .findFirst()
                .orElse(words.pick("Card", "银行卡"));
    }
}
