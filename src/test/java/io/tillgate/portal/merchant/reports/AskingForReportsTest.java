package io.tillgate.portal.merchant.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.analytics.Period;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AskingForReportsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 15);

    @Test
    void nothing_asked_is_the_last_thirty_days_by_day() {
        ReportQuery query = query(null, null, null, null);

        assertThat(query.chosenBy()).isEqualTo("day");
        assertThat(days(query)).isEqualTo(new Period(LocalDate.of(2026, 2, 14), TODAY));
    }

    @Test
    void last_month_is_the_whole_of_it() {
        assertThat(days(query("last-month", null, null, null)))
                .isEqualTo(new Period(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28)));
    }

    @Test
    void days_that_were_changed_in_the_form_count_more_than_the_period_beside_them() {
        ReportQuery query = query("7", "2026-01-01", "2026-01-03", "7").settled(TODAY);

        assertThat(query.chosenPeriod()).isEmpty();
        assertThat(days(query)).isEqualTo(new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 3)));
    }

    @Test
    void a_period_that_was_changed_in_the_form_counts_more_than_the_days_beside_it() {
        ReportQuery query = query("30", "2026-03-09", "2026-03-15", "7").settled(TODAY);

        assertThat(query.chosenPeriod()).isEqualTo("30");
        assertThat(days(query)).isEqualTo(new Period(LocalDate.of(2026, 2, 14), TODAY));
    }

    @Test
    void too_many_days_and_days_the_wrong_way_round_are_cut_to_what_can_be_had() {
        assertThat(days(query("", "2020-01-01", "2026-01-01", null)).days()).isEqualTo(Period.DAYS_MAX);
        assertThat(days(query("", "2026-02-02", "2026-01-01", null))).isEqualTo(Period.of(LocalDate.of(2026, 2, 2)));
    }

    @Test
    void what_cannot_be_read_asks_the_usual() {
        ReportQuery query =
                query("never", "2026-02-31", "+999999999-12-31", "x").settled(TODAY);

        assertThat(days(query)).isEqualTo(new Period(LocalDate.of(2026, 2, 14), TODAY));
        assertThat(new ReportQuery("merchant", null, null, null, "0", null).chosenBy())
                .isEqualTo("day");
        assertThat(new ReportQuery("merchant", null, null, null, "0", null).storeId())
                .isNull();
    }

    @Test
    void an_address_keeps_the_days_and_the_store() {
        ReportQuery query = new ReportQuery("day", "", "2026-01-01", "2026-01-03", "a b", null);

        assertThat(query.address("till")).isEqualTo("?by=till&from=2026-01-01&to=2026-01-03&store=a+b");
    }

    private static Period days(ReportQuery query) {
        return query.days(TODAY, Period.DAYS_MAX);
    }

    private static ReportQuery query(
            @Nullable String period, @Nullable String from, @Nullable String to, @Nullable String was) {
        return new ReportQuery(null, period, from, to, null, was);
    }
}
