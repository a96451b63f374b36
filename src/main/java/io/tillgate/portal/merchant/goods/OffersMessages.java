package io.tillgate.portal.merchant.goods;

import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages about promotions and coupons; they stand in {@code messages/offers_en.properties} and {@code messages/offers_zh.properties}. */
@MessageBundle(value = "offers", locale = "en")
public interface OffersMessages {
    String title();

    String offers();

    String about();

    String promotions();

    String coupons();

    String new_promotion();

    String new_coupon();

    String p_none();

    String p_none_about();

    String c_none();

    String c_none_about();

    String col_name();

    String col_code();

    String col_off();

    String col_when();

    String col_used();

    String col_state();

    String s_on();

    String s_later();

    String s_over();

    String s_off();

    String percent(String percent);

    String amount(String money);

    String bundle(String buy, String pay);

    String from_on(String from);

    String until(String from, String to);

    String used_of(String taken, String most);

    String used(String taken);

    String f_name_en();

    String f_name_zh();

    String f_code();

    String f_code_hint();

    String f_percent();

    String f_amount(String currency);

    String f_one();

    String f_from();

    String f_to();

    String f_skus();

    String f_skus_hint();

    String f_max();

    String f_card();

    String f_min(String currency);

    String f_optional();

    String saved(String name);

    String switch_off();

    String switch_on();

    String off_will(String name);

    String on_will(String name);

    String off_done(String name);

    String on_done(String name);
}
