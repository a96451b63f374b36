package io.tillgate.settlement.statement;

import io.tillgate.pricing.MonthlyFeeLine;
import io.tillgate.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;

/** What the kind of an item does not say: why it is there, and how it was worked out. */
public sealed interface Why {
    /** One phrase in Chinese or, for any other language, English. */
    String text(Locale locale);

    /** A fee of the account. */
    record ByTheMonth(MonthlyFeeLine line) implements Why {
        @Override
        public String text(Locale locale) {
            return line.text(locale);
        }
    }

    /** In the words of who proposed it, whatever the language. */
    record InWords(String reason) implements Why {
        @Override
        public String text(Locale locale) {
            return reason;
        }
    }

    /** A share of sales, held back until a day. */
    record HeldBack(int partsPerMillion, Money base, LocalDate until) implements Why {
        @Override
        public String text(Locale locale) {
            StatementWords words = new StatementWords(locale);
            String percent =
                    BigDecimal.valueOf(partsPerMillion, 4).stripTrailingZeros().toPlainString();
            String of = Figures.shown(base);
            return words.pick(
                    "Reserve of %s%% of sales of %s, released from %s on".formatted(percent, of, words.date(until)),
                    "留存保证金：销售额 %2$s 的 %1$s%%，%3$s起释放".formatted(percent, of, words.date(until)));
        }
    }

    /** What was held back on a day is given free. */
    record GivenFree(LocalDate heldOn) implements Why {
        @Override
        public String text(Locale locale) {
            StatementWords words = new StatementWords(locale);
            return words.pick("Release of the reserve of " + words.date(heldOn), "释放" + words.date(heldOn) + "留存的保证金");
        }
    }
}
