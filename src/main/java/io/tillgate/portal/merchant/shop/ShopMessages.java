package io.tillgate.portal.merchant.shop;

import io.quarkus.qute.i18n.MessageBundle;

/** The words of the merchant's face; they stand in {@code messages/shop_en.properties} and {@code messages/shop_zh.properties}. */
@MessageBundle(value = "shop", locale = "en")
public interface ShopMessages {
    String face();

    String nav_home();

    String nav_sales();

    String nav_payouts();

    String nav_tills();

    String nav_products();

    String nav_reports();

    String nav_customers();

    String nav_stores();

    String nav_team();

    String nav_settings();

    String nav_application();

    String today();

    String today_about(String date, String time);

    String all_stores();

    String live();

    String takings();

    String takings_before(String money, String weekday);

    String takings_none_before(String weekday);

    String sales_count();

    String average(String money);

    String average_none();

    String approval();

    String approval_about(String approved, String tried);

    String approval_none();

    String tills_online();

    String tills_all();

    String tills_some(String count);

    String tills_none();

    String by_hour();

    String by_hour_about(String weekday, String currency);

    String hour();

    String col_today();

    String col_before(String weekday);

    String by_day();

    String by_day_about(String currency);

    String day();

    String col_takings();

    String col_share();

    String col_amount();

    String col_sold();

    String methods();

    String methods_about();

    String method();

    String cash();

    String unionpay();

    String wechat();

    String alipay();

    String method_other();

    String top_products();

    String top_products_about();

    String product();

    String products_none();

    String approval30();

    String next_payout();

    String next_payout_about(String time);

    String not_final();

    String figures_away();

    String figures_away_about();

    String start();

    String start_about(String done, String all);

    String step_store();

    String step_store_about();

    String step_product();

    String step_product_about();

    String step_till();

    String step_till_about();

    String step_activate();

    String step_activate_about();

    String step_sell();

    String step_sell_about();

    String home_welcome();

    String quiet_day();

    String quiet_day_about();

    String open();

    String all_sales();

    String all_tills();

    String details();

    String save();

    String cancel();

    String back();

    String search();

    String apply_filters();

    String clear();

    String next_page();

    String first_page();

    String csv();

    String yes();

    String no();

    String choose();

    String any();

    String none();

    String rows_shown(String count);

    String unknown_store();
}
