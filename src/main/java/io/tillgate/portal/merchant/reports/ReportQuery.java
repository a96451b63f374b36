package io.tillgate.portal.merchant.reports;

import io.tillgate.analytics.Period;
import io.tillgate.analytics.TakingsBy;
import io.tillgate.portal.merchant.shop.Address;
import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which report, of which days and which store, as it stands in the address bar. What cannot be read asks the usual.
 *
 * @param was the period that the form showed, to know whether the period or the days were changed in it
 */
public record ReportQuery(
        @QueryParam("by") @Nullable String by,
        @QueryParam("period") @Nullable String period,
        @QueryParam("from") @Nullable String from,
        @QueryParam("to") @Nullable String to,
        @QueryParam("store") @Nullable String store,
        @QueryParam("was") @Nullable String was) {
    /** What takings can be told apart by; products are another report of the same page. */
    static final String PRODUCTS = "product";

    /** And so is why cards were not taken. */
    static final String APPROVAL = "approval";

    static final List<String> PERIODS = List.of("today", "yesterday", "7", "30", "month", "last-month", "90");
    private static final String USUAL = "30";

    String chosenBy() {
        return PRODUCTS.equals(by)
                ? PRODUCTS
                : APPROVAL.equals(by) ? APPROVAL : takingsBy().code();
    }

    TakingsBy takingsBy() {
        return TakingsBy.ofCode(by == null ? "" : by)
                .filter(each -> each != TakingsBy.MERCHANT)
                .orElse(TakingsBy.DAY);
    }

    /** With either a period or days: a form sends both, and what was changed in it counts. */
    ReportQuery settled(LocalDate today) {
        LocalDate first = Address.day(from);
        LocalDate last = Address.day(to);
        if (first == null
                || last == null
                || chosenPeriod().isEmpty()
                || !chosenPeriod().equals(was)) {
            return this;
        }
        Period shown = days(today, Period.DAYS_MAX);
        return shown.from().equals(first) && shown.to().equals(last)
                ? this
                : new ReportQuery(by, "", from, to, store, null);
    }

    /** Empty when days were chosen by hand. */
    String chosenPeriod() {
        return isByHand() ? "" : period != null && PERIODS.contains(period) ? period : USUAL;
    }

    private boolean isByHand() {
        return (period == null || period.isEmpty()) && Address.day(from) != null && Address.day(to) != null;
    }

    /** @param daysMax the report takes */
    Period days(LocalDate today, int daysMax) {
        if (isByHand()) {
            LocalDate first = Objects.requireNonNull(Address.day(from));
            LocalDate last = Objects.requireNonNull(Address.day(to));
            LocalDate end = last.isBefore(first) ? first : last;
            LocalDate latest = first.plusDays(daysMax - 1L);
            return new Period(first, end.isAfter(latest) ? latest : end);
        }
        return switch (chosenPeriod()) {
            case "today" -> Period.of(today);
            case "yesterday" -> Period.of(today.minusDays(1));
            case "7" -> Period.endingWith(today, 7);
            case "90" -> Period.endingWith(today, Math.min(90, daysMax));
            case "month" -> new Period(today.withDayOfMonth(1), today);
            case "last-month" -> {
                LocalDate first = today.withDayOfMonth(1).minusMonths(1);
                yield new Period(first, today.withDayOfMonth(1).minusDays(1));
            }
            default -> Period.endingWith(today, 30);
        };
    }

    /** Of one report, with everything else as it is. */
    String address(String report) {
        StringBuilder text = new StringBuilder("?by=").append(report);
        String chosen = chosenPeriod();
        if (chosen.isEmpty()) {
            text.append("&from=").append(encoded(from)).append("&to=").append(encoded(to));
        } else {
            text.append("&period=").append(chosen);
        }
        return store == null || store.isEmpty()
                ? text.toString()
                : text.append("&store=").append(encoded(store)).toString();
    }

    @Nullable
    UUID storeId() {
        try {
            return store == null || store.isEmpty() ? null : UUID.fromString(store);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    private static String encoded(@Nullable String text) {
        return URLEncoder.encode(text == null ? "" : text, StandardCharsets.UTF_8);
    }
}
