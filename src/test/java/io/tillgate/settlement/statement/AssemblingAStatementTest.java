package io.tillgate.settlement.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.pricing.FeeCalculation;
import io.tillgate.pricing.FeePlan;
import io.tillgate.pricing.FeeRate;
import io.tillgate.pricing.MonthVolume;
import io.tillgate.pricing.MonthlyFeeLine;
import io.tillgate.pricing.MonthlyFeeLine.OfMonth;
import io.tillgate.pricing.MonthlyFeeLine.ToTier;
import io.tillgate.pricing.OpenMonth;
import io.tillgate.pricing.PricedPayment;
import io.tillgate.pricing.VolumeTier;
import io.tillgate.settlement.PayoutState;
import io.tillgate.settlement.statement.Statement.FeeLine;
import io.tillgate.settlement.statement.Statement.Issuer;
import io.tillgate.settlement.statement.Statement.JournalHead;
import io.tillgate.settlement.statement.Statement.OtherKind;
import io.tillgate.settlement.statement.Statement.PaymentKind;
import io.tillgate.settlement.statement.Statement.Standing;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AssemblingAStatementTest {
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final FeePlan PLAN =
            FeePlan.flat("standard", EURO, FeeRate.blended(140, 10).atLeast(20).atMost(2_000));
    private static final List<String> SCHEMES = List.of("visa", "mastercard", "unionpay", "amex");
    private static final List<String> CORRECTIONS =
            List.of("chargeback", "chargeback-won", "reserve-held", "reserve-released", "adjustment", "something-new");

    @Test
    void of_random_payouts_the_lines_sum_to_the_payout() {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            List<ItemFacts> items = items(random, random.nextInt(120));
            long carried = random.nextInt(3) == 0 ? -random.nextInt(5_000) : 0;
            long net = carried
                    + items.stream()
                            .mapToLong(item -> item.gross().value() + item.fee().value())
                            .sum();

            Statement statement = Assembling.of(payout(items, carried, net), items, context(Locale.ENGLISH, PLAN));

            long lines = statement.payments().stream()
                            .mapToLong(line -> line.net().value())
                            .sum()
                    + statement.others().stream()
                            .mapToLong(line -> line.amount().value())
                            .sum()
                    + statement.fees().stream()
                            .filter(fee -> !fee.ofPayments())
                            .mapToLong(fee -> fee.amount().value())
                            .sum();
            assertThat(carried + lines - statement.carriedBalance().value())
                    .as("seed " + seed)
                    .isEqualTo(statement.payout().amount().value());
            assertThat(statement.payments().size() + statement.others().size()).isLessThanOrEqualTo(items.size());
        }
    }

    @Test
    void a_rate_of_today_is_named_when_it_gives_the_fee_that_was_charged() {
        ItemFacts same = sale(1, "visa", 10_000, fee("visa", 10_000));
        ItemFacts other = sale(2, "visa", 10_000, -99);

        List<FeeLine> fees = assemble(Locale.ENGLISH, same, other).fees();

        assertThat(fees)
                .extracting(FeeLine::text)
                .containsExactly(
                        "Visa: 1.4% of the amount + 0.10 each, at least 0.20, at most 20.00",
                        "Visa: by the price list of the day of the sale");
        assertThat(fees).extracting(FeeLine::count).containsExactly(1L, 1L);
        assertThat(fees).extracting(fee -> fee.amount().value()).containsExactly(-150L, -99L);
        assertThat(assemble(Locale.CHINESE, same).fees().getFirst().text())
                .isEqualTo("Visa：1.4% ＋ 每笔 0.10，最低 0.20，封顶 20.00");
    }

    @Test
    void a_payment_is_told_in_the_words_of_its_place() {
        var line = assemble(Locale.CHINESE, sale(1, "unionpay", 5_000, -80))
                .payments()
                .getFirst();

        assertThat(line.store()).isEqualTo("码头街店");
        assertThat(line.method()).isEqualTo("银联");
        assertThat(line.lastFour()).isEqualTo("1111");
        assertThat(line.receipt()).isEqualTo("261121-ABCDEFGH");
        assertThat(line.at()).hasToString("2026-11-21T09:00:01+01:00");
    }

    @Test
    void a_payment_that_was_erased_keeps_its_amounts() {
        ItemFacts erased =
                new ItemFacts(7, "refund", DAY, Instant.parse("2026-11-21T08:00:01Z"), euro(-500), euro(0), null, null);

        Statement statement = assemble(Locale.ENGLISH, sale(1, "visa", 5_000, -80), erased);

        assertThat(statement.payments(PaymentKind.REFUND).amount()).isEqualTo(euro(-500));
        assertThat(statement.payments().getLast().receipt()).isEqualTo("–");
    }

    @Test
    void a_fee_of_the_account_says_how_it_was_worked_out() {
        OpenMonth november = new OpenMonth(YearMonth.of(2026, 11), 30);
        MonthVolume volume = new MonthVolume(euro(600_000), 40, euro(8_800));
        MonthlyFeeLine tier = new ToTier(euro(-3_800), november, new VolumeTier(500_000, 8_000, 5), volume);
        MonthlyFeeLine monthly = new OfMonth(euro(1_500), november, euro(1_500));

        List<FeeLine> fees = assemble(
                        Locale.ENGLISH, sale(1, "visa", 90_000, -80), fee(2, "tier", tier), fee(3, "monthly", monthly))
                .fees();

        assertThat(fees)
                .filteredOn(fee -> !fee.ofPayments())
                .satisfiesExactly(
                        line -> {
                            assertThat(line.text())
                                    .startsWith("Volume of 2026-11: 6000.00 EUR in 40 payments is in the tier");
                            assertThat(line.count()).isEqualTo(40);
                            assertThat(line.base()).isEqualTo(euro(600_000));
                            assertThat(line.amount()).isEqualTo(euro(3_800));
                        },
                        line -> {
                            assertThat(line.text()).isEqualTo("Monthly fee for 2026-11");
                            assertThat(line.amount()).isEqualTo(euro(-1_500));
                        });
    }

    @Test
    void an_adjustment_is_told_in_the_words_of_who_proposed_it() {
        ItemFacts item = new ItemFacts(
                2, "adjustment", DAY, Instant.EPOCH, euro(-700), euro(0), null, new Why.InWords("Paper rolls of May"));

        assertThat(assemble(Locale.ENGLISH, sale(1, "visa", 90_000, -80), item).others())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.text()).isEqualTo("Paper rolls of May");
                    assertThat(line.kind()).isEqualTo(OtherKind.ADJUSTMENT);
                });
    }

    private static ItemFacts fee(long number, String kind, MonthlyFeeLine line) {
        return new ItemFacts(
                number, kind, DAY, Instant.EPOCH, euro(0), line.amount().negated(), null, new Why.ByTheMonth(line));
    }

    @Test
    void corrections_are_told_apart_and_an_unknown_one_is_an_adjustment() {
        List<ItemFacts> items = new ArrayList<>(List.of(sale(1, "visa", 90_000, -80)));
        for (String kind : CORRECTIONS) {
            items.add(correction(items.size() + 1, kind, 100));
        }

        Statement statement = assemble(Locale.ENGLISH, items.toArray(ItemFacts[]::new));

        assertThat(statement.others(OtherKind.CHARGEBACK).count()).isEqualTo(2);
        assertThat(statement.others(OtherKind.RESERVE).count()).isEqualTo(2);
        assertThat(statement.others(OtherKind.ADJUSTMENT).count()).isEqualTo(2);
        assertThat(statement.others().getFirst().reference()).isEqualTo("journal entry 2");
    }

    @Test
    void every_state_of_a_payout_has_its_word() {
        for (PayoutState state : PayoutState.values()) {
            List<ItemFacts> items = List.of(sale(1, "visa", 5_000, -80));
            PayoutFacts payout = payout(items, 0, 4_920, state);

            Standing standing = Assembling.of(payout, items, context(Locale.ENGLISH, PLAN))
                    .payout()
                    .standing();

            assertThat(new StatementWords(Locale.CHINESE).standing(standing)).isNotBlank();
        }
    }

    private static Statement assemble(Locale locale, ItemFacts... items) {
        List<ItemFacts> all = List.of(items);
        long net = all.stream()
                .mapToLong(item -> item.gross().value() + item.fee().value())
                .sum();
        return Assembling.of(payout(all, 0, net), all, context(locale, PLAN));
    }

    private static Assembling.Context context(Locale locale, FeePlan plan) {
        return new Assembling.Context(
                new Issuer("Harbour Payments", "Harbour", "#0b5cad"),
                ZoneId.of("Europe/Berlin"),
                locale,
                Optional.of(plan),
                new JournalHead("tenant", 5, 9, "aa", "bb", "cc", "dd", Instant.EPOCH));
    }

    private static PayoutFacts payout(List<ItemFacts> items, long carried, long net) {
        return payout(items, carried, net, PayoutState.BOOKED);
    }

    private static PayoutFacts payout(List<ItemFacts> items, long carried, long net, PayoutState state) {
        return new PayoutFacts(
                new UUID(0, 1),
                new MerchantAccountId(new UUID(0, 2)),
                euro(Math.max(0, net)),
                DAY,
                1,
                Instant.parse("2026-11-21T22:00:00.123456Z"),
                items.size(),
                euro(carried),
                euro(Math.min(0, net)),
                new PayoutFacts.Attempt("0198a7b1", state, "Pier Street", "DE89…3000", "BK-1", DAY),
                new PayoutFacts.Merchant(
                        "Pier Street GmbH", "Pier Street", "100000000000017", "HRB 1", "DE", "standard"),
                null);
    }

    private static List<ItemFacts> items(Random random, int count) {
        List<ItemFacts> items = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            String scheme = SCHEMES.get(random.nextInt(SCHEMES.size()));
            long amount = 1L + random.nextInt(300_000);
            items.add(
                    switch (random.nextInt(10)) {
                        case 0 -> payment(i, "refund", scheme, -amount, random.nextInt(100) - 50);
                        case 1 -> payment(i, "void", scheme, -amount, -fee(scheme, amount));
                        case 2 ->
                            correction(
                                    i,
                                    CORRECTIONS.get(random.nextInt(CORRECTIONS.size())),
                                    random.nextInt(9_000) - 4_500);
                        case 3 -> sale(i, scheme, 0, -random.nextInt(50));
                        default -> sale(i, scheme, amount, random.nextInt(5) == 0 ? -3 : fee(scheme, amount));
                    });
        }
        return items;
    }

    private static long fee(String scheme, long amount) {
        return -FeeCalculation.ofSale(
                        PLAN, new PricedPayment(euro(amount), scheme, PricedPayment.UNKNOWN_CARD, "chip", 5411))
                .total()
                .value();
    }

    private static ItemFacts sale(long number, String scheme, long gross, long fee) {
        return payment(number, "sale", scheme, gross, fee);
    }

    private static ItemFacts payment(long number, String kind, String scheme, long gross, long fee) {
        Instant at = Instant.parse("2026-11-21T08:00:00.5Z").plusSeconds(number);
        return new ItemFacts(
                number,
                kind,
                DAY,
                at,
                euro(gross),
                euro(fee),
                new ItemFacts.Payment(
                        new ItemFacts.Place("Pier Street", "码头街店", "T0000001"),
                        ZoneId.of("Europe/Berlin"),
                        at,
                        "261121-ABCDEFGH",
                        new ItemFacts.Card(scheme, "chip", "1111"),
                        5411),
                null);
    }

    private static ItemFacts correction(long number, String kind, long gross) {
        return new ItemFacts(number, kind, DAY, Instant.EPOCH, euro(gross), euro(0), null, null);
    }

    private static Money euro(long value) {
        return new Money(value, EURO);
    }
}
