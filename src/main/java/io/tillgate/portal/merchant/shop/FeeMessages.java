package io.tillgate.portal.merchant.shop;

import io.quarkus.qute.i18n.MessageBundle;

/** The words of price lists. */
@MessageBundle(value = "fee", locale = "en")
public interface FeeMessages {
    String all();

    String joint();

    String category(String code);

    String from(String money);

    String below(String money);

    String least(String money);

    String most(String money);

    String debit();

    String credit();

    String prepaid();

    String chip();

    String contactless();

    String stripe();

    String manual();

    String qr();

    String monthly();

    String monthly_minimum();

    String tier(String money);
}
