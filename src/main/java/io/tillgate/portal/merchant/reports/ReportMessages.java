package io.tillgate.portal.merchant.reports;

import io.quarkus.qute.i18n.MessageBundle;

/** The words of reports. */
@MessageBundle(value = "report", locale = "en")
public interface ReportMessages {
    String title();

    String which();

    String period();

    String from();

    String to();

    String store();

    String show();

    String by_hand();

    String today();

    String yesterday();

    String month();

    String last_month();

    String days(String count);

    String by_day();

    String by_hour();

    String by_store();

    String by_till();

    String by_method();

    String by_product();

    String by_approval();

    String approval();

    String none_before();

    String tried();

    String taken();

    String not_taken();

    String worth(String money);

    String declined();

    String declined_about();

    String reason();

    String stopped_by();

    String by_risk();

    String by_issuer();

    String by_nobody();

    String in_portal();

    String payments();

    String gross();

    String refunded();

    String net();

    String net_before();

    String fees();

    String sold();

    String returned();

    String sold_for();

    String sold_for_before();

    String total();

    String sales();

    String card();

    String cash(String money);

    String refunds(String count);

    String before(String value);

    String compared(String from, String to);

    String as_of(String from, String to, String moment);

    String others(String currencies);

    String nothing();

    String nothing_about();

    String customers();

    String cards();

    String cards_about(String visits);

    String repeat();

    String repeat_about(String count);

    String known();

    String known_about(String count);

    String repeat_amount();

    String repeat_amount_about(String share, String all);

    String between(String days);

    String between_none();

    String by_card();

    String no_names();

    String no_cards();

    String no_cards_about();
}
