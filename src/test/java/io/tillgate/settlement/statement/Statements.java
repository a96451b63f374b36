package io.tillgate.settlement.statement;

import io.tillgate.settlement.statement.Statement.FeeLine;
import io.tillgate.settlement.statement.Statement.Issuer;
import io.tillgate.settlement.statement.Statement.JournalHead;
import io.tillgate.settlement.statement.Statement.OtherKind;
import io.tillgate.settlement.statement.Statement.OtherLine;
import io.tillgate.settlement.statement.Statement.PaymentKind;
import io.tillgate.settlement.statement.Statement.PaymentLine;
import io.tillgate.settlement.statement.Statement.Period;
import io.tillgate.settlement.statement.Statement.Recipient;
import io.tillgate.settlement.statement.Statement.Standing;
import io.tillgate.settlement.statement.Statement.Transfer;
import io.tillgate.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;

/** Statements for tests: as many payments as asked, different for each seed. */
final class Statements {
    static final String SHOP = "上海一家很会做生意的百货有限公司";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private final Random random;
    private final Currency currency;

    private Statements(long seed, String currency) {
        this.random = new Random(seed);
        this.currency = Currency.getInstance(currency);
    }

    static Statement english(int payments, long seed) {
        return new Statements(seed, "EUR")
                .statement(
                        payments,
                        new Issuer("Harbour Payments", "Harbour", "#0b5cad"),
                        new Recipient(
                                "Pier Street Coffee & Goods GmbH",
                                "Pier Street",
                                "HB0000000012345",
                                "Pier Street 14, 20457 Hamburg, DE"),
                        List.of("Pier Street (码头街店)", "Old Town"),
                        List.of("Visa", "Mastercard", "American Express", "Cash"),
                        "DE89…3000");
    }

    static Statement chinese(int payments, long seed) {
        return new Statements(seed, "CNY")
                .statement(
                        payments,
                        new Issuer("九州支付", "九州支付", "#a61b29"),
                        new Recipient(SHOP, "龘靐百货", "JZ0000000067890", "上海市浦东新区世纪大道 100 号 2 层，200120，中国"),
                        List.of("南京东路旗舰店", "徐家汇店"),
                        List.of("银联", "Visa", "支付宝", "现金"),
                        "6222…8901");
    }

    private Statement statement(
            int count, Issuer issuer, Recipient recipient, List<String> stores, List<String> methods, String account) {
        List<PaymentLine> payments = new ArrayList<>(count);
        OffsetDateTime at = OffsetDateTime.parse("2026-11-21T07:58:03+08:00");
        for (int i = 0; i < count; i++) {
            at = at.plusSeconds(1 + random.nextInt(Math.max(1, 50_000 / count)));
            payments.add(payment(i, at, stores, methods));
        }
        long charged = payments.stream().mapToLong(line -> line.fee().value()).sum();
        long gross = payments.stream().mapToLong(line -> line.gross().value()).sum();
        List<FeeLine> fees = List.of(
                new FeeLine("1.40% of the amount and 10 per item, blended", count, money(gross), money(charged), true),
                new FeeLine("月费 2026-11（Monthly fee）", 0, money(0), money(-990), false));
        List<OtherLine> others = List.of(
                new OtherLine(
                        OtherKind.CHARGEBACK, DAY, "CB-2026-17", "Customer says the goods never came", money(-4_500)),
                new OtherLine(OtherKind.RESERVE, DAY, "", "5% held back for 180 days", money(-12_000)),
                new OtherLine(OtherKind.ADJUSTMENT, DAY, "ADJ-4", "更正：上期多扣手续费", money(1_234)));
        long net = -1_500 + gross + charged - 990 - 4_500 - 12_000 + 1_234;
        return new Statement(
                issuer,
                recipient,
                new Period(DAY, DAY, 1, OffsetDateTime.parse("2026-11-21T23:00:00+08:00"), "Asia/Shanghai"),
                new Transfer(
                        "PO261121-7KQ2M8XD",
                        money(Math.max(0, net)),
                        net > 0 ? Standing.PAID : Standing.NOTHING_TO_PAY,
                        recipient.legalName(),
                        account,
                        net > 0 ? "BK-20261122-000417" : null,
                        net > 0 ? DAY.plusDays(1) : null),
                money(-1_500),
                payments,
                fees,
                others,
                money(Math.min(0, net)),
                new JournalHead(
                        "0198a7b1-0000-7000-8000-00000000000a",
                        48_211,
                        48_300,
                        "9f".repeat(32),
                        "3a7c".repeat(32),
                        "302a300506032b6570032100" + "5d".repeat(32),
                        "c4".repeat(32),
                        Instant.parse("2026-11-21T15:00:04Z")));
    }

    private PaymentLine payment(int i, OffsetDateTime at, List<String> stores, List<String> methods) {
        int store = random.nextInt(stores.size());
        int method = random.nextInt(methods.size());
        int turn = random.nextInt(20);
        PaymentKind kind = turn == 0 ? PaymentKind.REFUND : turn == 1 ? PaymentKind.VOID : PaymentKind.SALE;
        long amount = 100 + random.nextInt(40_000);
        long fee = method == 3 ? 0 : -(amount * 14 / 1000 + 10);
        boolean isSale = kind == PaymentKind.SALE;
        return new PaymentLine(
                kind,
                DAY,
                at,
                "261121-%08X".formatted(random.nextInt()),
                stores.get(store),
                "T000%d%03d".formatted(store, i % 7),
                methods.get(method),
                method == 3 ? null : "%04d".formatted(random.nextInt(10_000)),
                money(isSale ? amount : -amount),
                money(isSale ? fee : kind == PaymentKind.VOID ? -fee : 0));
    }

    private Money money(long value) {
        return new Money(value, currency);
    }
}
