package io.tillgate.pricing;

import io.tillgate.shared.Money;
import java.math.BigDecimal;
import java.util.Locale;

/** One part of a fee, and why it is charged. The lines of a fee sum to it. */
public sealed interface FeeLine
        permits FeeLine.Percentage,
                FeeLine.PerItem,
                FeeLine.UpToMinimum,
                FeeLine.DownToCap,
                FeeLine.ReturnedShare,
                MonthlyFeeLine {
    /** Positive: charged to the merchant. */
    Money amount();

    /** Machine-readable kind, stable. */
    String kind();

    /** One phrase in Chinese or, for any other language, English. */
    String text(Locale locale);

    /** The share of the amount, rounded half up. */
    record Percentage(Money amount, int partsPerMillion, Money of) implements FeeLine {
        @Override
        public String kind() {
            return "percentage";
        }

        @Override
        public String text(Locale locale) {
            String percent =
                    BigDecimal.valueOf(partsPerMillion, 4).stripTrailingZeros().toPlainString();
            return isChinese(locale)
                    ? "%s 的 %s%%".formatted(shown(of), percent)
                    : "%s%% of %s".formatted(percent, shown(of));
        }
    }

    /** The amount per item. */
    record PerItem(Money amount) implements FeeLine {
        @Override
        public String kind() {
            return "per-item";
        }

        @Override
        public String text(Locale locale) {
            return isChinese(locale) ? "每笔手续费" : "per item";
        }
    }

    /** What raises the sum of the lines before to the minimum. */
    record UpToMinimum(Money amount, Money minimum) implements FeeLine {
        @Override
        public String kind() {
            return "minimum";
        }

        @Override
        public String text(Locale locale) {
            return isChinese(locale) ? "补足至最低手续费 " + shown(minimum) : "up to the minimum of " + shown(minimum);
        }
    }

    /** What lowers the sum of the lines before to the cap; negative. */
    record DownToCap(Money amount, Money cap) implements FeeLine {
        @Override
        public String kind() {
            return "cap";
        }

        @Override
        public String text(Locale locale) {
            return isChinese(locale) ? "封顶手续费 " + shown(cap) : "capped at " + shown(cap);
        }
    }

    /** The share of a sale's fee that goes back with a refund; negative. */
    record ReturnedShare(Money amount, Money ofFee) implements FeeLine {
        @Override
        public String kind() {
            return "returned-share";
        }

        @Override
        public String text(Locale locale) {
            return isChinese(locale)
                    ? "按退款比例退还的手续费，原手续费 " + shown(ofFee)
                    : "refunded share of the fee of " + shown(ofFee);
        }
    }

    static boolean isChinese(Locale locale) {
        return locale.getLanguage().equals("zh");
    }

    /** {@code 12.50 EUR}. */
    static String shown(Money money) {
        return BigDecimal.valueOf(money.value(), money.exponent()).toPlainString() + " " + money.currency();
    }
}
