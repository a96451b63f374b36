package io.tillgate.analytics;

import io.tillgate.shared.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many cards were taken, and why the others were not. */
public record Approvals(
        Measured measured,
        Period compared,
        Summary.Rate rate,
        Summary.Rate before,
        List<ByMethod> methods,
        List<ByDay> days,
        List<Decline> declines) {
    public Approvals {
        methods = List.copyOf(methods);
        days = List.copyOf(days);
        declines = List.copyOf(declines);
    }

    public record ByMethod(String method, Summary.Rate rate) {}

    public record ByDay(LocalDate day, Summary.Rate rate) {}

    /**
     * The most frequent first.
     *
     * @param responseCode of the card host, ISO 8583 field 39; null where no host said it
     * @param en what it means, for people
     */
    public record Decline(
            DeclineCause cause, @Nullable String responseCode, String en, String zh, long count, Money amount) {}
}
