package io.tillgate.tenancy.file;

import io.tillgate.shared.identifiers.CategoryCode;
import io.tillgate.tenancy.TenantSettings.Agreement;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.iban4j.Iban4jException;
import org.iban4j.IbanUtil;
import org.jspecify.annotations.Nullable;

/** The shapes that values of a tenant file have. */
final class Shapes {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,5})(ms|s|m|h|d)");
    private static final Pattern PERIOD = Pattern.compile("([1-9][0-9]{0,2}) (day|month|year)s?");

    static final Shape<String> SLUG = pattern(
            "2 to 32 of a-z, 0-9 and hyphen, beginning with a letter and not 'platform' or 'master'",
            "(?!(?:platform|master)$)[a-z][a-z0-9-]{1,31}");
    static final Shape<String> NAME =
            pattern("a name of 1 to 64 letters, digits, '-', '_'", "[A-Za-z0-9][A-Za-z0-9_-]{0,63}");
    static final Shape<String> COUNTER_NAME =
            pattern("a name that rules can use: letters and digits", "[a-z][A-Za-z0-9]{0,39}");
    static final Shape<String> DIGITS_6_TO_11 = pattern("6 to 11 digits, in quotes", "[0-9]{6,11}");
    static final Shape<String> MCC = pattern("a category code of 4 digits, in quotes, or 'any'", "[0-9]{4}|any");
    static final Shape<String> BIC = pattern("a BIC of 8 or 11 characters", "[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?");
    static final Shape<String> CHINA_ACCOUNT = pattern("an account number of 8 to 32 digits, in quotes", "[0-9]{8,32}");
    static final Shape<String> VERSION =
            pattern("a version of 1 to 32 letters, digits, '.', '-'", "[A-Za-z0-9][A-Za-z0-9.-]{0,31}");
    static final Shape<String> COLOUR = pattern("a colour like \"#0f5e6b\", in quotes", "#[0-9a-fA-F]{6}")
            .onlyIf(
                    "a colour like \"#0f5e6b\" on which white text has a contrast of 4.5:1 or more",
                    Contrast::carriesWhiteText);
    static final Shape<String> COUNTRY =
            new Shape<>("a country of ISO 3166-1, two letters", t -> COUNTRIES.contains(t) ? t : null, "NL");
    static final Shape<String> IBAN = new Shape<>("an IBAN with right check digits, without spaces", Shapes::iban, "");
    static final Shape<String> CNAPS =
            new Shape<>("a CNAPS code: 12 digits, the last a check digit, in quotes", Shapes::cnaps, "");
    static final Shape<Currency> CURRENCY =
            new Shape<>("a currency of ISO 4217, three letters", Currency::getInstance, Currency.getInstance("EUR"));
    static final Shape<ZoneId> ZONE =
            new Shape<>("a time zone by city, like Europe/Amsterdam", Shapes::zone, ZoneId.of("UTC"));
    static final Shape<LocalTime> TIME =
            new Shape<>("a time of day like \"22:00\", in quotes", LocalTime::parse, LocalTime.MIDNIGHT);
    static final Shape<Locale> LOCALE = new Shape<>("en or zh", Shapes::locale, Locale.ENGLISH);
    static final Shape<Duration> DURATION_OF =
            new Shape<>("a duration like 500ms, 15s, 10m, 1h, 7d", Shapes::duration, Duration.ZERO);
    static final Shape<Period> PERIOD_OF =
            new Shape<>("a period like 90 days, 18 months, 10 years", Shapes::period, Period.ZERO);
    /** The database lets nobody erase younger audit records. */
    static final Shape<Period> A_YEAR_OR_MORE = PERIOD_OF.onlyIf(
            "a period of a year or more like 18 months, 10 years",
            period -> !LocalDate.EPOCH.plus(period).isBefore(LocalDate.EPOCH.plusYears(1)));

    static final Shape<BigDecimal> PERCENT =
            new Shape<>("a percentage from 0 to 100 with at most 4 decimals", Shapes::percent, BigDecimal.ZERO);

    static final Shape<CategoryCode> CATEGORY = new Shape<>(
            "a merchant category code (ISO 18245) in quotes, such as \"7995\"",
            text -> CategoryCode.find(text).orElse(null),
            new CategoryCode("7995"));

    static final Shape<String> AGREEMENT_TEXT = text(60_000)
            .onlyIf(
                    "text of at most 60,000 characters in which only these stand in braces: "
                            + String.join(", ", new TreeSet<>(Agreement.PLACEHOLDERS)),
                    text -> Pattern.compile("\\{([^{}]*)}")
                            .matcher(text)
                            .results()
                            .allMatch(found -> Agreement.PLACEHOLDERS.contains(found.group(1))));

    private Shapes() {}

    static Shape<String> text(int lengthMax) {
        return new Shape<>(
                "1 to " + lengthMax + " characters of text", t -> t.isBlank() || t.length() > lengthMax ? null : t, "");
    }

    static Shape<Long> number(long from, long to) {
        return new Shape<>("a whole number from " + from + " to " + to, Shapes::whole, from)
                .onlyIf("a whole number from " + from + " to " + to, n -> n >= from && n <= to);
    }

    static Shape<Duration> duration(Duration from, Duration to) {
        return DURATION_OF.onlyIf(
                "a duration from " + written(from) + " to " + written(to) + " like 500ms, 15s, 10m, 1h",
                d -> d.compareTo(from) >= 0 && d.compareTo(to) <= 0);
    }

    static Shape<String> oneOf(Set<String> values) {
        return new Shape<>(
                "one of " + String.join(", ", new TreeSet<>(values)), t -> values.contains(t) ? t : null, "");
    }

    static <E extends Enum<E>> Shape<E> oneOf(Class<E> type) {
        Function<E, String> written = e -> e.name().toLowerCase(Locale.ROOT);
        E[] all = type.getEnumConstants();
        return new Shape<>(
                "one of " + Arrays.stream(all).map(written).collect(Collectors.joining(", ")),
                t -> Arrays.stream(all)
                        .filter(e -> written.apply(e).equals(t))
                        .findFirst()
                        .orElse(null),
                all[0]);
    }

    private static Shape<String> pattern(String expected, String regex) {
        Pattern pattern = Pattern.compile(regex);
        return new Shape<>(expected, t -> pattern.matcher(t).matches() ? t : null, "");
    }

    private static @Nullable Long whole(String text) {
        return text.matches("-?(?:0|[1-9][0-9]{0,17})") ? Long.valueOf(text) : null;
    }

    private static @Nullable BigDecimal percent(String text) {
        if (!text.matches("[0-9]{1,3}(?:\\.[0-9]{1,4})?")) {
            return null;
        }
        BigDecimal percent = new BigDecimal(text);
        return percent.compareTo(BigDecimal.valueOf(100)) <= 0 ? percent : null;
    }

    /** Zones by city only: a fixed offset would be wrong for half the year without anybody noticing. */
    private static @Nullable ZoneId zone(String text) throws DateTimeException {
        return text.contains("/") && ZoneId.getAvailableZoneIds().contains(text) ? ZoneId.of(text) : null;
    }

    private static @Nullable Locale locale(String text) {
        return switch (text) {
            case "en" -> Locale.ENGLISH;
            case "zh" -> Locale.SIMPLIFIED_CHINESE;
            default -> null;
        };
    }

    private static @Nullable Duration duration(String text) {
        var match = DURATION.matcher(text);
        if (!match.matches()) {
            return null;
        }
        long n = Long.parseLong(match.group(1));
        return switch (match.group(2)) {
            case "ms" -> Duration.ofMillis(n);
            case "s" -> Duration.ofSeconds(n);
            case "m" -> Duration.ofMinutes(n);
            case "h" -> Duration.ofHours(n);
            default -> Duration.ofDays(n);
        };
    }

    private static @Nullable Period period(String text) {
        var match = PERIOD.matcher(text);
        if (!match.matches()) {
            return null;
        }
        int n = Integer.parseInt(match.group(1));
        return switch (match.group(2)) {
            case "day" -> Period.ofDays(n);
            case "month" -> Period.ofMonths(n);
            default -> Period.ofYears(n);
        };
    }

    private static String written(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }

    private static @Nullable String iban(String text) {
        try {
            IbanUtil.validate(text);
            return text;
        } catch (Iban4jException wrong) {
            return null;
        }
    }

    /** Check digit by ISO 7064 MOD 11,10 over the first eleven. */
    private static @Nullable String cnaps(String text) {
        if (!text.matches("[0-9]{12}")) {
            return null;
        }
        int product = 10;
        for (int i = 0; i < 11; i++) {
            int sum = (product + text.charAt(i) - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (product + text.charAt(11) - '0') % 10 == 1 ? text : null;
    }
}
