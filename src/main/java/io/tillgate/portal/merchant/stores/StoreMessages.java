package io.tillgate.portal.merchant.stores;

import io.quarkus.qute.i18n.MessageBundle;

/** The words about stores. */
@MessageBundle(value = "store", locale = "en")
public interface StoreMessages {
    String title();

    String about();

    String add();

    String name();

    String address();

    String time();

    String tills();

    String local_time(String time, String zone);

    String none();

    String none_about();

    String archived();

    String show_archived();

    String hide_archived();

    String archived_about();

    String name_en();

    String name_zh();

    String name_hint();

    String optional();

    String line1();

    String line2();

    String city();

    String postal_code();

    String region();

    String country();

    String time_zone();

    String time_zone_hint();

    String phone();

    String phone_hint();

    String tills_here();

    String archive();

    String archive_about();

    String archive_action();

    String added(String name);

    String saved(String name);

    String archived_said(String name);
}
