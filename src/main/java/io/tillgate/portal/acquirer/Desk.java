package io.tillgate.portal.acquirer;

import io.tillgate.platform.identity.Caller;
import io.tillgate.portal.frame.Formats;
import io.tillgate.portal.frame.TradeNames;
import io.tillgate.portal.frame.Words;
import io.tillgate.settlement.SettlementItem;
import io.tillgate.shared.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** With what pages of the acquirer are written: numbers, times and codes as this reader reads them, and what the reader may do. */
public final class Desk {
    private static final int KILOBYTE = 1024;

    private final Caller caller;
    private final Locale locale;
    private final Formats formats;
    private final Codes codes;
    private final String base;
    private final Instant now;

    Desk(Caller caller, Locale locale, Formats formats, Codes codes, String base, Instant now) {
        this.caller = caller;
        this.locale = locale;
        this.formats = formats;
        this.codes = codes;
        this.base = base;
        this.now = now;
    }

    Caller caller() {
        return caller;
    }

    AcquirerMessages words() {
        return Words.in(AcquirerMessages.class, locale);
    }

    Locale locale() {
        return locale;
    }

    Formats formats() {
        return formats;
    }

    /** The address of a page of this face. */
    public String at(String path) {
        return base + "/desk/" + path;
    }

    /** The address of a page of this face, of one thing. */
    public String at(String path, Object id) {
        return base + "/desk/" + path + "/" + id;
    }

    public boolean may(String role) {
        return caller.has(role);
    }

    public boolean mayAny(String roles) {
        return List.of(roles.split(" ")).stream().anyMatch(caller::has);
    }

    public boolean isMe(String name) {
        return caller.username().equals(name);
    }

    /** A code in words. */
    public String word(String kind, String code) {
        return codes.known(kind, code.toLowerCase(Locale.ROOT), locale).orElseGet(() -> codes.of(kind, code, locale));
    }

    /** What a merchant category code (ISO 18245) means; empty where nobody knows. */
    public String category(@Nullable String code) {
        return code == null ? "" : TradeNames.known(code, locale).orElse("");
    }

    /** A sentence of a machine in the reader's language; one that is not known stays as it is. */
    public String said(String kind, String text) {
        return codes.known(kind, text, locale).orElse(text);
    }

    /** Why an item that is no payment is there. */
    public String why(SettlementItem.Reason reason) {
        return locale.getLanguage().equals("zh") ? reason.zh() : reason.en();
    }

    /** Green, amber, red or nothing: the class of a badge. */
    public String tone(String kind, String code) {
        return codes.words(Locale.ENGLISH).getProperty("tone." + kind + "." + code.toLowerCase(Locale.ROOT), "");
    }

    /** What to do about a code; empty where nothing is said. */
    public String advice(String kind, String code) {
        return codes.known(kind + "-advice", code, locale).orElse("");
    }

    public String money(Money amount) {
        return formats.money(amount);
    }

    /** Minor units of a currency (ISO 4217), as forms hold them. */
    public String amount(long minorUnits, String currency) {
        try {
            return formats.money(Money.of(minorUnits, currency));
        } catch (IllegalArgumentException noCurrency) {
            return minorUnits + " " + currency;
        }
    }

    public String number(long value) {
        return formats.number(value);
    }

    /** Templates look for the very type. */
    public String number(int value) {
        return formats.number(value);
    }

    public String size(int bytes) {
        return size((long) bytes);
    }

    public String percent(long part, long whole) {
        return formats.percent(part, whole);
    }

    public String moment(@Nullable Instant at) {
        return at == null ? "" : formats.moment(at);
    }

    public String seconds(Instant at) {
        return formats.timeWithSeconds(at);
    }

    public String day(Instant at) {
        return formats.date(at);
    }

    public String date(@Nullable LocalDate date) {
        return date == null ? "" : formats.date(date);
    }

    /** How long ago, in one unit: people compare ages by the largest. */
    public String age(Instant since) {
        Duration age = Duration.between(since, now);
        AcquirerMessages words = words();
        if (age.toMinutes() < 1) {
            return words.age_now();
        }
        if (age.toHours() < 1) {
            return words.age_minutes(number(age.toMinutes()));
        }
        return age.toDays() < 2 ? words.age_hours(number(age.toHours())) : words.age_days(number(age.toDays()));
    }

    /** Whether something has waited longer than it should. */
    public boolean isOld(Instant since, int hours) {
        return Duration.between(since, now).toHours() >= hours;
    }

    public String size(long bytes) {
        return bytes < KILOBYTE * KILOBYTE
                ? formats.number(Math.max(1, bytes / KILOBYTE)) + " kB"
                : formats.number(bytes / KILOBYTE / KILOBYTE) + " MB";
    }

    public String country(@Nullable String code) {
        return code == null ? "" : Locale.of("", code).getDisplayCountry(displayLocale());
    }

    /** The name for this reader: Chinese for a Chinese page, where there is one. */
    public String named(String english, @Nullable String chinese) {
        return chinese != null && !chinese.isBlank() && locale.getLanguage().equals("zh") ? chinese : english;
    }

    public String role(String role) {
        return word("role", role);
    }

    /** The first eight characters of an id, for lists; the page has it whole. */
    public String shortId(Object id) {
        String text = id.toString();
        return text.substring(text.length() - 12);
    }

    /** As part of an address. */
    public String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    public String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** Names and values of what a machine told, flat, in words where there are any. */
    public List<Fact> facts(String kind, @Nullable Map<String, Object> values) {
        return values == null
                ? List.of()
                : values.entrySet().stream()
                        .filter(each -> each.getValue() != null
                                && !each.getValue().toString().isEmpty())
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> new Fact(word(kind, each.getKey()), said(kind + "-said", said(each.getValue()))))
                        .toList();
    }

    private static String said(Object value) {
        return value instanceof List<?> list
                ? String.join(", ", list.stream().map(Object::toString).toList())
                : value.toString();
    }

    private Locale displayLocale() {
        return locale.getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.UK;
    }

    /** A name and a value. */
    public record Fact(String name, String value) {}
}
