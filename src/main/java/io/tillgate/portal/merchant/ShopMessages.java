package io.tillgate.portal.merchant;

import io.quarkus.qute.i18n.MessageBundle;

/** The words of the merchant's face; they stand in {@code messages/shop_en.properties} and {@code messages/shop_zh.properties}. */
@MessageBundle(value = "shop", locale = "en")
public interface ShopMessages {
    String nav_home();
}
