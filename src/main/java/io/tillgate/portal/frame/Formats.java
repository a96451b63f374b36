package io.tillgate.portal.frame;

import io.tillgate.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;

/** Amounts, numbers and times as the reader writes them, at one place's time. */
public final class Formats {
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private final Locale locale;
    private final ZoneId zone;
    private final boolean chinese;

    private Formats(Locale locale, ZoneId zone) {
        this.chinese = locale.equals(Language.CHINESE);
        this.locale = chinese ? Locale.SIMPLIFIED_CHINESE : Locale.UK;
        this.zone = zone;
    }

    public static Formats of(Locale locale, ZoneId zone) {
        return new Formats(locale, zone);
    }

    /** The same language at another place. */
    public Formats in(ZoneId other) {
        return new Formats(chinese ? Language.CHINESE : Locale.ENGLISH, other);
    }

    public ZoneId zone() {
        return zone;
    }

    /** With symbol, sign in front, and the currency's own number of decimals. */
    public String money(Money amount) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(amount.currency());
        format.setMinimumFractionDigits(amount.exponent());
        format.setMaximumFractionDigits(amount.exponent());
        BigDecimal value = BigDecimal.valueOf(amount.value(), amount.exponent());
        return (value.signum() < 0 ? "\u2212" : "") + format.format(value.abs());
    }

    public String money(long minorUnits, Currency currency) {
        return money(new Money(minorUnits, currency));
    }

    /** Digits only, as a form's field and a chart's table take them: {@code 12.34}. */
    public static String plain(Money amount) {
        return BigDecimal.valueOf(amount.value(), amount.exponent()).toPlainString();
    }

    public String number(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    /** A share, with one decimal; a dash where there is nothing to share. */
    public String percent(long part, long whole) {
        if (whole == 0) {
            return "\u2013";
        }
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(1);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 6, RoundingMode.HALF_UP));
    }

    /** A quantity kept in thousandths. */
    public String quantity(long thousandths) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(3);
        return format.format(BigDecimal.valueOf(thousandths).divide(THOUSAND, 3, RoundingMode.UNNECESSARY));
    }

    /** {@code 22 Nov 2026}. */
    public String date(LocalDate date) {
        return pattern("d MMM yyyy", "yyyy年M月d日").format(date);
    }

    /** {@code Sunday 22 November}. */
    public String longDate(LocalDate date) {
        return pattern("EEEE d MMMM", "M月d日 EEEE").format(date);
    }

    /** {@code Sun 22 Nov}. */
    public String shortDate(LocalDate date) {
        return pattern("EEE d MMM", "M月d日 EEE").format(date);
    }

    /** {@code 22/11}. */
    public String dayAndMonth(LocalDate date) {
        return pattern("d/M", "M/d").format(date);
    }

    public String date(Instant at) {
        return date(at.atZone(zone).toLocalDate());
    }

    public String time(Instant at) {
        return pattern("HH:mm", "HH:mm").format(at.atZone(zone));
    }

    public String timeWithSeconds(Instant at) {
        return pattern("HH:mm:ss", "HH:mm:ss").format(at.atZone(zone));
    }

    /** {@code 22 Nov 2026, 14:05}. */
    public String moment(Instant at) {
        return pattern("d MMM yyyy, HH:mm", "yyyy年M月d日 HH:mm").format(at.atZone(zone));
    }

    private DateTimeFormatter pattern(String english, String inChinese) {
        return DateTimeFormatter.ofPattern(chinese ? inChinese : english, locale);
    }
}
