package io.tillgate.launcher.replay;

import io.tillgate.launcher.replay.Happening.Means;
import io.tillgate.launcher.replay.Happening.Sold;
import io.tillgate.launcher.replay.Happening.Undone;
import io.tillgate.launcher.replay.Retail.Basket;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What will have happened in one tenant: everything in the order of business time, and when each day ends. Pure: the same
 * for the same days, whatever was done of it before.
 *
 * @param opening when the merchants begin to apply, the day before the first sale
 * @param happenings up to now and no further
 */
record Plan(Instant opening, List<Happening> happenings, List<DayEnd> ends) {
    private static final Duration BEFORE_THE_END = Duration.ofMinutes(15);
    private static final LocalTime OFFICE_HOURS = LocalTime.of(9, 0);
    private static final List<String> RESPONSES = List.of("51", "05", "54", "61");

    Plan {
        happenings = List.copyOf(happenings);
        ends = List.copyOf(ends);
    }

    /** A business day that is over, and since when. */
    record DayEnd(LocalDate date, Instant at) {}

    /**
     * Where and when a tenant trades.
     *
     * @param today the last day of the extract is played on it
     * @param now nothing happens later
     */
    record Frame(String slug, ZoneId zone, LocalTime cutOff, LocalDate today, Instant now) {
        LocalDate date(int day) {
            return today.minusDays(Retail.DAYS - (long) day);
        }

        Instant at(LocalDate date, LocalTime time) {
            return date.atTime(time).atZone(zone).toInstant();
        }
    }

    static Plan of(Retail retail, Frame frame) {
        List<Happening> all = new ArrayList<>();
        retail.baskets().stream()
                .filter(basket -> isFor(frame.slug(), basket))
                .forEach(basket -> add(all, basket, frame));
        all.removeIf(happening -> happening.at().isAfter(frame.now()));
        all.sort(Comparator.comparing(Happening::at).thenComparing(Happening::invoice));
        List<DayEnd> ends = new ArrayList<>();
        for (int day = 1; day <= Retail.DAYS; day++) {
            LocalDate date = frame.date(day);
            DayEnd end = new DayEnd(date, frame.at(date, frame.cutOff()));
            if (end.at().isBefore(frame.now())) {
                ends.add(end);
            }
        }
        return new Plan(frame.at(frame.date(1).minusDays(1), OFFICE_HOURS), all, ends);
    }

    /** Two thirds of the baskets each, so that no two tenants look alike. */
    private static boolean isFor(String slug, Basket basket) {
        return Integer.parseInt(basket.invoice()) % 3 != (slug.equals("jiuzhou") ? 1 : 0);
    }

    private static void add(List<Happening> all, Basket basket, Frame frame) {
        Instant at = frame.at(frame.date(basket.day()), basket.time())
                .plusSeconds(Chance.below(60, frame.slug(), basket.invoice(), "second"));
        int luck = Chance.below(100, frame.slug(), basket.invoice(), "luck");
        Means means = means(luck, basket);
        boolean byCard = means == Means.CHIP || means == Means.CONTACTLESS;
        int told = Chance.below(100, frame.slug(), basket.invoice(), "issuer");
        boolean declined = byCard && told < 6;
        Sold sold = new Sold(
                at,
                basket,
                Chance.below(6, frame.slug(), basket.invoice(), "till"),
                means,
                declined ? RESPONSES.get(told % RESPONSES.size()) : "",
                !declined && byCard && told >= 94);
        all.add(sold);
        if (!declined && means != Means.BLOCKED && means != Means.TYPED) {
            undo(all, sold, frame);
        }
    }

    private static Means means(int luck, Basket basket) {
        if (luck < 22 && basket.total() < 8_000) {
            return Means.CASH;
        }
        if (luck == 96 || luck == 97) {
            return Means.TYPED;
        }
        return luck >= 98 ? Means.BLOCKED : luck % 2 == 0 ? Means.CHIP : Means.CONTACTLESS;
    }

    /** One in twenty comes back: soon after, later the same day, or the day after; one in fifty is a mistake of the cashier. */
    private static void undo(List<Happening> all, Sold sold, Frame frame) {
        int luck = Chance.below(100, frame.slug(), sold.invoice(), "undo");
        if (luck < 2) {
            Instant at = sold.at().plusSeconds(240);
            if (at.plus(BEFORE_THE_END)
                    .isBefore(frame.at(frame.date(sold.basket().day()), frame.cutOff()))) {
                all.add(new Undone(at, sold, true, true));
            }
        } else if (luck < 7) {
            Duration later = luck % 2 == 0 ? Duration.ofMinutes(50) : Duration.ofHours(23);
            all.add(new Undone(
                    sold.at().plus(later),
                    sold,
                    luck < 4 || sold.basket().lines().size() == 1,
                    false));
        }
    }
}
