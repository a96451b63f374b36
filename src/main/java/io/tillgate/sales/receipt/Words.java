package io.tillgate.sales.receipt;

import io.tillgate.payments.PaymentKind;
import io.tillgate.sales.SalePayment;
import org.jspecify.annotations.Nullable;

/** What receipts say, in both languages. */
final class Words {
    private final Language language;

    Words(Language language) {
        this.language = language;
    }

    String title(PaymentKind kind) {
        return switch (kind) {
            case SALE -> language.pick("SALE", "消费");
            case REFUND -> language.pick("REFUND", "退货");
            case VOID -> language.pick("VOID", "消费撤销");
            case TEST -> language.pick("TEST", "测试");
        };
    }

    String merchantNumber() {
        return language.pick("Merchant no.", "商户编号");
    }

    String terminal() {
        return language.pick("Terminal", "终端编号");
    }

    String receipt() {
        return language.pick("Receipt", "小票号");
    }

    String date() {
        return language.pick("Date", "日期");
    }

    String cashier() {
        return language.pick("Cashier", "收银员");
    }

    String discount() {
        return language.pick("Discount", "优惠");
    }

    String coupon(String code) {
        return language.pick("Coupon " + code, "优惠券 " + code);
    }

    String total() {
        return language.pick("TOTAL", "合计");
    }

    String tax(String percent, boolean included) {
        return included
                ? language.pick("incl. tax " + percent, "其中税额 " + percent)
                : language.pick("plus tax " + percent, "另计税额 " + percent);
    }

    String tip() {
        return language.pick("Tip", "小费");
    }

    String paidBefore() {
        return language.pick("Paid before", "已付");
    }

    String due() {
        return language.pick("Left to pay", "待付");
    }

    String amount() {
        return language.pick("Amount", "金额");
    }

    String cash() {
        return language.pick("Cash", "现金");
    }

    String tendered() {
        return language.pick("Given", "实收");
    }

    String change() {
        return language.pick("Change", "找零");
    }

    String card() {
        return language.pick("Card", "卡号");
    }

    String entry(String entry) {
        return switch (entry) {
            case "chip" -> language.pick("chip", "插卡");
            case "contactless" -> language.pick("contactless", "挥卡");
            case "swipe" -> language.pick("swipe", "刷卡");
            default -> language.pick("manual", "手工输入");
        };
    }

    String authorisation() {
        return language.pick("Auth. code", "授权码");
    }

    String reference() {
        return language.pick("Reference", "参考号");
    }

    String signature() {
        return language.pick("Signature", "持卡人签名");
    }

    String copy(Copy copy) {
        return switch (copy) {
            case MERCHANT -> language.pick("MERCHANT COPY", "商户存根");
            case CUSTOMER -> language.pick("CUSTOMER COPY", "顾客存根");
        };
    }

    String thanks() {
        return language.pick("Thank you", "谢谢惠顾");
    }

    String state(String state) {
        return switch (state) {
            case "approved" -> language.pick("APPROVED", "交易成功");
            case "voided" -> language.pick("VOIDED", "已撤销");
            case "reversed" -> language.pick("REVERSED", "已冲正");
            case "pending" -> language.pick("UNDER WAY", "处理中");
            case "not-taken" -> language.pick("NOT TAKEN", "交易未完成");
            default -> language.pick("DECLINED", "交易被拒绝");
        };
    }

    /** Why not, for a customer, by ISO 8583 field 39: never which rule. Empty when there is nothing to say. */
    String reason(SalePayment.Answered answered) {
        if (answered.reason() == null) {
            return "";
        }
        return switch (answered.reason()) {
            case "NO_HOST_ANSWER", "HOST_UNREADABLE" ->
                language.pick("No answer from the card company. You were not charged.", "发卡方无应答，未扣款。");
            case "HOST_UNREACHABLE" ->
                language.pick("The card company cannot be reached. You were not charged.", "无法连接发卡方，未扣款。");
            default -> byResponseCode(answered.responseCode());
        };
    }

    private String byResponseCode(@Nullable String code) {
        return switch (code == null ? "" : code) {
            case "51", "61" -> language.pick("Not enough money, or above the card's limit", "余额不足或超出限额");
            case "54", "33" -> language.pick("The card has expired", "卡片已过有效期");
            case "55", "117" -> language.pick("Wrong PIN", "密码错误");
            case "38", "75", "106", "206" -> language.pick("The PIN was wrong too often", "密码错误次数超限");
            case "81", "99" -> language.pick("The PIN could not be verified", "密码无法验证");
            case "14" -> language.pick("Unknown card", "无效卡号");
            default -> language.pick("Please pay another way", "请换一种支付方式");
        };
    }
}
