package io.tillgate.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.launcher.replay.Happening.Means;
import io.tillgate.launcher.replay.Happening.Sold;
import io.tillgate.launcher.replay.Happening.Undone;
import io.tillgate.launcher.replay.Plan.Frame;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlanningAReplayTest {
    private static final Retail RETAIL = Retail.load();
    private static final Instant NOW = Instant.parse("2026-11-22T11:00:00Z");
    private static final Frame HARBOUR = new Frame(
            "harbour", ZoneId.of("Europe/Amsterdam"), LocalTime.of(22, 0), LocalDate.parse("2026-11-22"), NOW);
    private static final Frame JIUZHOU =
            new Frame("jiuzhou", ZoneId.of("Asia/Shanghai"), LocalTime.of(23, 0), LocalDate.parse("2026-11-22"), NOW);

    @Test
    void the_same_days_give_the_same_plan() {
        assertThat(Plan.of(RETAIL, HARBOUR)).isEqualTo(Plan.of(RETAIL, HARBOUR));
    }

    @Test
    void a_few_hundred_sales_of_all_kinds_happen_in_order_and_none_after_now() {
        for (Frame frame : List.of(HARBOUR, JIUZHOU)) {
            Plan plan = Plan.of(RETAIL, frame);

            assertThat(plan.happenings()).isSortedAccordingTo(Comparator.comparing(Happening::at));
            assertThat(plan.happenings().getLast().at()).isBefore(NOW);
            assertThat(plan.opening()).isBefore(plan.happenings().getFirst().at());
            List<Sold> sold = sold(plan);
            assertThat(sold).hasSizeBetween(220, 330);
            assertThat(sold.stream().map(Sold::means).distinct()).contains(Means.values());
            assertThat(sold.stream().filter(sale -> !sale.response().isEmpty())).hasSizeBetween(5, 30);
            assertThat(sold.stream().filter(Sold::coupon)).hasSizeBetween(3, 30);
            assertThat(undone(plan, true)).isNotEmpty();
            assertThat(undone(plan, false)).hasSizeBetween(5, 30);
        }
    }

    @Test
    void what_is_undone_was_sold_before_and_a_void_is_of_the_same_business_day() {
        Plan plan = Plan.of(RETAIL, HARBOUR);

        assertThat(plan.happenings().stream().filter(Undone.class::isInstance).map(Undone.class::cast))
                .allSatisfy(undone -> {
                    assertThat(undone.at()).isAfter(undone.sold().at());
                    assertThat(undone.sold().response()).isEmpty();
                    if (undone.voided()) {
                        LocalDate day = HARBOUR.date(undone.sold().basket().day());
                        assertThat(undone.at()).isBefore(HARBOUR.at(day, HARBOUR.cutOff()));
                    }
                });
    }

    @Test
    void every_day_that_is_over_ends_once() {
        assertThat(Plan.of(RETAIL, HARBOUR).ends())
                .extracting(end -> end.date().toString())
                .containsExactly("2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20", "2026-11-21");
        Frame late = new Frame(
                "harbour", HARBOUR.zone(), HARBOUR.cutOff(), HARBOUR.today(), Instant.parse("2026-11-22T21:30:00Z"));
        assertThat(Plan.of(RETAIL, late).ends()).hasSize(6);
    }

    @Test
    void the_tenants_do_not_sell_the_same_baskets() {
        assertThat(sold(Plan.of(RETAIL, HARBOUR)).stream().map(Sold::invoice))
                .isNotEqualTo(sold(Plan.of(RETAIL, JIUZHOU)).stream()
                        .map(Sold::invoice)
                        .toList());
    }

    @Test
    void a_regular_pays_with_the_same_card_and_every_number_has_its_check_digit() {
        assertThat(Wallets.of("harbour", "17850", "1")).isEqualTo(Wallets.of("harbour", "17850", "2"));
        assertThat(RETAIL.baskets()).allSatisfy(basket -> {
            for (String tenant : List.of("harbour", "jiuzhou")) {
                String number =
                        Wallets.of(tenant, basket.customer(), basket.invoice()).number();
                assertThat(number).hasSizeBetween(15, 19).satisfies(PlanningAReplayTest::luhn);
            }
        });
    }

    @Test
    void ids_are_of_version_7_and_the_same_for_the_same_words() {
        UUID id = Chance.id(NOW, "harbour", "536365", "sale");

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id).isEqualTo(Chance.id(NOW, "harbour", "536365", "sale"));
        assertThat(id).isNotEqualTo(Chance.id(NOW, "harbour", "536366", "sale"));
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void three_for_two_is_in_force_in_the_last_days_and_seen_in_sales_of_every_shop() {
        for (Frame frame : List.of(HARBOUR, JIUZHOU)) {
            Plan plan = Plan.of(RETAIL, frame);
            for (String aisle : List.of("home", "paper", "kitchen")) {
                Bargain bargain = Bargain.of(RETAIL, aisle, plan.opening());

                assertThat(bargain.from())
                        .isBetween(
                                frame.at(frame.date(3), frame.cutOff()),
                                plan.happenings().getLast().at());
                List<Sold> reduced = sold(plan).stream()
                        .filter(sold -> sold.aisle().equals(aisle)
                                && sold.basket().lines().stream().anyMatch(line -> bargain.off(line, sold.at()) > 0))
                        .toList();
                assertThat(reduced).as(frame.slug() + " " + aisle).hasSizeGreaterThanOrEqualTo(3);
                assertThat(reduced).allSatisfy(sold -> assertThat(sold.at()).isAfterOrEqualTo(bargain.from()));
            }
        }
    }

    @Test
    void of_seven_pieces_two_are_free_and_none_before_it_began_or_of_other_goods() {
        Bargain bargain = new Bargain(List.of("A"), NOW);
        Retail.Line line = new Retail.Line(new Retail.Article("A", "home", 250, "a", "a"), 7);

        assertThat(bargain.off(line, NOW)).isEqualTo(500);
        assertThat(bargain.off(line, NOW.minusSeconds(1))).isZero();
        assertThat(new Bargain(List.of("B"), NOW).off(line, NOW)).isZero();
    }

    private static List<Sold> sold(Plan plan) {
        return plan.happenings().stream()
                .filter(Sold.class::isInstance)
                .map(Sold.class::cast)
                .toList();
    }

    private static List<Undone> undone(Plan plan, boolean voided) {
        return plan.happenings().stream()
                .filter(Undone.class::isInstance)
                .map(Undone.class::cast)
                .filter(undone -> undone.voided() == voided)
                .toList();
    }

    private static void luhn(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int doubled = i % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        assertThat(sum % 10).as(number).isZero();
    }
}
