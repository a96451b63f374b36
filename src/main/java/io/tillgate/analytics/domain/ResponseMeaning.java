package io.tillgate.analytics.domain;

import io.tillgate.analytics.DeclineCause;
import java.util.Map;

/** What a card host's answer (ISO 8583 field 39, version of 1987) means to a shop: in words, not in codes. */
public record ResponseMeaning(String en, String zh) {
    private static final ResponseMeaning RISK =
            new ResponseMeaning("Stopped by the acquirer's risk rules", "被收单机构的风险规则拦截");
    private static final ResponseMeaning NO_ANSWER =
            new ResponseMeaning("The card network did not answer in time", "卡组织未及时应答");
    private static final ResponseMeaning OTHER = new ResponseMeaning("Refused by the card's bank", "发卡行拒绝");

    private static final Map<String, ResponseMeaning> BY_CODE = Map.ofEntries(
            entry("01", "The card's bank asks for a call", "需联系发卡行"),
            entry("03", "The merchant is not known to the card network", "商户未被卡组织识别"),
            entry("04", "The card is to be kept", "发卡行要求没收卡"),
            entry("05", "Refused by the card's bank without a reason", "发卡行拒绝，未说明原因"),
            entry("12", "The card does not allow this kind of payment", "该卡不支持此类交易"),
            entry("13", "The amount is not allowed", "金额不允许"),
            entry("14", "The card number does not exist", "卡号不存在"),
            entry("30", "The card network could not read the message", "卡组织无法识别报文"),
            entry("38", "Too many wrong PINs", "密码错误次数过多"),
            entry("41", "The card was reported lost", "该卡已挂失"),
            entry("43", "The card was reported stolen", "该卡已报失窃"),
            entry("51", "Not enough money on the card", "余额不足"),
            entry("54", "The card has expired", "卡已过期"),
            entry("55", "Wrong PIN", "密码错误"),
            entry("57", "The card does not allow this kind of payment", "该卡不支持此类交易"),
            entry("58", "This till may not take this kind of payment", "此终端不支持此类交易"),
            entry("59", "The card's bank suspects fraud", "发卡行怀疑欺诈"),
            entry("61", "Above the card's limit", "超过卡限额"),
            entry("62", "The card is restricted", "该卡受限制"),
            entry("65", "The card was used too often", "超过使用次数限制"),
            entry("75", "Too many wrong PINs", "密码错误次数过多"),
            entry("91", "The card's bank cannot be reached", "发卡行暂时无法联系"),
            entry("96", "A fault at the card network", "卡组织系统故障"));

    public static ResponseMeaning of(DeclineCause cause, String responseCode) {
        return switch (cause) {
            case RISK -> RISK;
            case NO_ANSWER -> NO_ANSWER;
            case ISSUER -> BY_CODE.getOrDefault(responseCode, OTHER);
        };
    }

    private static Map.Entry<String, ResponseMeaning> entry(String code, String en, String zh) {
        return Map.entry(code, new ResponseMeaning(en, zh));
    }
}
