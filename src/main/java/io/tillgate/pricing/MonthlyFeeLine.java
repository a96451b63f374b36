package io.tillgate.pricing;

import io.tillgate.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an account pays by the month, and why. */
public sealed interface MonthlyFeeLine extends FeeLine {
    OpenMonth month();

    /**
     * The monthly fee.
     *
     * @param whole of a whole month
     */
    record OfMonth(Money amount, OpenMonth month, Money whole) implements MonthlyFeeLine {
        public static final String KIND = "monthly";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public String text(Locale locale) {
            Words words = new Words(locale);
            String text = words.pick("Monthly fee for " + month.month(), month.month() + " 月费");
            return month.isWhole()
                    ? text
                    : text
                            + words.pick(
                                    ": " + words.days(month) + " of " + FeeLine.shown(whole),
                                    "：" + FeeLine.shown(whole) + " × " + words.days(month));
        }
    }

    /** The difference between what a month's payments were charged and what they cost by the tier they reached. */
    record ToTier(Money amount, OpenMonth month, VolumeTier tier, MonthVolume volume) implements MonthlyFeeLine {
        public static final String KIND = "tier";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public String text(Locale locale) {
            Words words = new Words(locale);
            Money from = new Money(tier.from(), amount.currency());
            Money each = new Money(tier.perItem(), amount.currency());
            List<String> rate = new ArrayList<>(2);
            rate.add(BigDecimal.valueOf(tier.partsPerMillion(), 4)
                            .stripTrailingZeros()
                            .toPlainString() + "%");
            if (!each.isZero()) {
                rate.add(words.pick(FeeLine.shown(each) + " each", "每笔 " + FeeLine.shown(each)));
            }
            String price = String.join(" + ", rate);
            return words.pick(
                    "Volume of %s: %s in %d payments is in the tier from %s (%s) and costs %s; charged were %s"
                            .formatted(
                                    month.month(),
                                    FeeLine.shown(volume.gross()),
                                    volume.payments(),
                                    FeeLine.shown(from),
                                    price,
                                    FeeLine.shown(volume.charged().plus(amount)),
                                    FeeLine.shown(volume.charged())),
                    "%s 交易量 %s，共 %d 笔，达到 %s 档（%s），应收 %s；已收 %s"
                            .formatted(
                                    month.month(),
                                    FeeLine.shown(volume.gross()),
                                    volume.payments(),
                                    FeeLine.shown(from),
                                    price,
                                    FeeLine.shown(volume.charged().plus(amount)),
                                    FeeLine.shown(volume.charged())));
        }
    }

    /**
     * What raises a month's fees to the minimum.
     *
     * @param whole the minimum of a whole month
     * @param charged for the month's payments, with the tier's difference
     */
    record UpToMonthlyMinimum(Money amount, OpenMonth month, Money whole, Money charged) implements MonthlyFeeLine {
        public static final String KIND = "monthly-minimum";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public String text(Locale locale) {
            Words words = new Words(locale);
            String days = month.isWhole() ? "" : words.pick(", " + words.days(month), "，" + words.days(month));
            return words.pick(
                    "Up to the minimum of %s for %s%s; charged were %s"
                            .formatted(FeeLine.shown(whole), month.month(), days, FeeLine.shown(charged)),
                    "%s 补足至每月最低手续费 %s%s；已收 %s"
                            .formatted(month.month(), FeeLine.shown(whole), days, FeeLine.shown(charged)));
        }
    }

    /** One of two languages. */
    record Words(Locale locale) {
        String pick(String english, String chinese) {
            return FeeLine.isChinese(locale) ? chinese : english;
        }

        String days(OpenMonth month) {
            int all = month.month().lengthOfMonth();
            return pick(month.days() + " of " + all + " days", month.days() + "/" + all + " 天");
        }
    }
}
