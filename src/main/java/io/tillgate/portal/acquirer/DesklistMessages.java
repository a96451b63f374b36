package io.tillgate.portal.acquirer;

import io.quarkus.qute.i18n.MessageBundle;

/** What lists of the acquirer's face say of how far they look and of what a button on them does; in {@code messages/desklist_en.properties} and {@code messages/desklist_zh.properties}. */
@MessageBundle(value = "desklist", locale = "en")
public interface DesklistMessages {
    String merchant_gone(String id);

    String find_bounds(String months, String days, String most);

    String counters_none();

    String on_no_list();

    String payouts_of(String name);

    String payouts_all();

    String adjust_gives(String amount, String merchant);

    String adjust_takes(String amount, String merchant);
}
