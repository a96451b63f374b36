package io.tillgate.portal.merchant.shop;

import java.util.Locale;

/** What schemes and other ways to pay are called. Names of schemes are names in every language. */
public final class MethodNames {
    private MethodNames() {}

    public static String of(String method, ShopMessages words) {
        return switch (method.toLowerCase(Locale.ROOT)) {
            case "cash" -> words.cash();
            case "visa" -> "Visa";
            case "mastercard" -> "Mastercard";
            case "maestro" -> "Maestro";
            case "unionpay" -> words.unionpay();
            case "amex" -> "American Express";
            case "jcb" -> "JCB";
            case "discover" -> "Discover";
            case "diners" -> "Diners Club";
            case "wechat", "wechat-pay" -> words.wechat();
            case "alipay" -> words.alipay();
            case "", "other", "unknown" -> words.method_other();
            default -> method;
        };
    }
}
