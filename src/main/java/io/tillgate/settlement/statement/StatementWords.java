package io.tillgate.settlement.statement;

import io.tillgate.settlement.statement.Statement.OtherKind;
import io.tillgate.settlement.statement.Statement.PaymentKind;
import io.tillgate.settlement.statement.Statement.Standing;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What statements say, in Chinese or, for any other language, English. */
public record StatementWords(Locale locale) {
    private static final DateTimeFormatter ENGLISH_DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter ISO_DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** One of two. */
    public String pick(String english, String chinese) {
        return isChinese() ? chinese : english;
    }

    public boolean isChinese() {
        return locale.getLanguage().equals("zh");
    }

    /** {@code 21 Nov 2026}, {@code 2026年11月21日}. */
    public String date(LocalDate date) {
        return isChinese()
                ? "%d年%d月%d日".formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth())
                : ENGLISH_DATE.format(date);
    }

    /** As in a table: {@code 2026-11-21 18:05:09}. */
    public String moment(OffsetDateTime at) {
        return ISO_DATE.format(at) + " " + TIME.format(at);
    }

    public String minute(OffsetDateTime at) {
        return date(at.toLocalDate()) + " " + MINUTE.format(at);
    }

    public String period(LocalDate from, LocalDate until) {
        return from.equals(until) ? date(until) : date(from) + " – " + date(until);
    }

    public String kind(PaymentKind kind) {
        return switch (kind) {
            case SALE -> pick("Sale", "消费");
            case REFUND -> pick("Refund", "退货");
            case VOID -> pick("Void", "撤销");
        };
    }

    public String kinds(PaymentKind kind) {
        return switch (kind) {
            case SALE -> pick("Sales", "消费");
            case REFUND -> pick("Refunds", "退货");
            case VOID -> pick("Voids", "撤销");
        };
    }

    public String kinds(OtherKind kind) {
        return switch (kind) {
            case CHARGEBACK -> pick("Chargebacks", "拒付");
            case RESERVE -> pick("Reserve held back or released", "保证金留存或释放");
            case ADJUSTMENT -> pick("Adjustments", "调整");
        };
    }

    public String kind(OtherKind kind) {
        return switch (kind) {
            case CHARGEBACK -> pick("Chargeback", "拒付");
            case RESERVE -> pick("Reserve", "保证金");
            case ADJUSTMENT -> pick("Adjustment", "调整");
        };
    }

    public String standing(Standing standing) {
        return switch (standing) {
            case HELD -> pick("Held until the bank account is confirmed", "待收款账户核实");
            case TO_BE_RELEASED -> pick("Being checked before it is paid", "待复核放款");
            case RELEASED -> pick("Released, on its way to the bank", "已放款，待银行受理");
            case AT_THE_BANK -> pick("With the bank, not booked yet", "银行处理中");
            case PAID -> pick("Paid", "已到账");
            case REJECTED -> pick("Rejected by the bank; will be paid again", "银行退回，将重新付款");
            case RETURNED -> pick("Returned by the bank; will be paid again", "款项被退回，将重新付款");
            case CANCELLED -> pick("Cancelled before it left", "已取消");
            case NOTHING_TO_PAY -> pick("Nothing to pay out", "本期无应付款");
        };
    }

    /** {@code Visa •• 1111}; the method alone without a card. */
    public String method(Statement.PaymentLine line) {
        return line.lastFour() == null ? line.method() : line.method() + " •• " + line.lastFour();
    }

    public String payments(int count) {
        return pick(count == 1 ? "1 payment" : count + " payments", count + " 笔");
    }

    public String page(int page, int pages) {
        return pick("Page " + page + " of " + pages, "第 " + page + " 页，共 " + pages + " 页");
    }
}
