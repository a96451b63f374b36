package io.tillgate.settlement.statement.pdf;

import io.tillgate.settlement.statement.Figures;
import io.tillgate.settlement.statement.MonthlyStatement;
import io.tillgate.settlement.statement.Statement;
import io.tillgate.settlement.statement.Statement.Transfer;
import io.tillgate.settlement.statement.StatementWords;
import io.tillgate.settlement.statement.pdf.Cover.Fact;
import io.tillgate.settlement.statement.pdf.Cover.Sum;
import java.time.ZoneId;
import java.util.List;

/** The covers of the two kinds of statements. */
final class Covers {
    private Covers() {}

    static Cover of(Statement statement, StatementWords words) {
        var period = statement.period();
        String cycle = period.cycle() == 1 ? "" : words.pick(", run " + period.cycle(), "，第 " + period.cycle() + " 场");
        String days = words.period(period.from(), period.until());
        Transfer payout = statement.payout();
        return new Cover(
                statement.issuer(),
                statement.recipient(),
                words.pick("Payout statement", "付款结算单"),
                days,
                payout.reference(),
                period.closedAt(),
                List.of(
                        number(statement.recipient(), words),
                        new Fact(words.pick("Payout reference", "付款编号"), payout.reference()),
                        new Fact(words.pick("Business day", "营业日"), days),
                        new Fact(words.pick("Closed", "日切时间"), words.minute(period.closedAt()) + cycle),
                        new Fact("", period.timeZone()),
                        new Fact(
                                words.pick("Currency", "币种"),
                                statement.currency().getCurrencyCode())),
                new Sum(
                        words.amount(payout.standing()),
                        payout.amount(),
                        words.standing(payout.standing()),
                        List.of(
                                payout.accountHolder(),
                                words.pick("Account ", "账户 ") + payout.bankAccount(),
                                words.booking(payout))));
    }

    static Cover of(MonthlyStatement statement, StatementWords words) {
        String month = words.month(statement.month());
        var onItsWay = statement.sum(MonthlyStatement.Run::paid).minus(statement.booked());
        return new Cover(
                statement.issuer(),
                statement.recipient(),
                words.pick("Monthly statement", "月结单"),
                month,
                statement.month().toString(),
                statement
                        .month()
                        .atEndOfMonth()
                        .atStartOfDay(ZoneId.of(statement.timeZone()))
                        .toOffsetDateTime(),
                List.of(
                        number(statement.recipient(), words),
                        new Fact(words.pick("Month", "月份"), month),
                        new Fact("", statement.timeZone()),
                        new Fact(
                                words.pick("Currency", "币种"),
                                statement.currency().getCurrencyCode())),
                new Sum(
                        words.pick("Paid out to you", "已付给您的金额"),
                        statement.booked(),
                        words.pick("Not booked by the bank: ", "银行尚未入账：") + Figures.shown(onItsWay),
                        List.of(words.pick("Each payout has a statement of its own.", "每次付款另有结算单，列明每笔交易。"))));
    }

    private static Fact number(Statement.Recipient recipient, StatementWords words) {
        return new Fact(words.pick("Merchant number", "商户编号"), recipient.merchantNumber());
    }
}
