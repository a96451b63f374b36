package io.tillgate.portal.merchant.payouts;

import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages about payouts; they stand in {@code messages/payouts_en.properties} and {@code messages/payouts_zh.properties}. */
@MessageBundle(value = "payouts", locale = "en")
public interface PayoutsMessages {
    String title();

    String about();

    String next();

    String not_final();

    String next_of(String number);

    String carried();

    String underway();

    String cutoff(String date, String time);

    String next_negative();

    String next_none();

    String col_day();

    String col_state();

    String col_account();

    String col_amount();

    String from();

    String to_day();

    String g_coming();

    String g_paid();

    String g_failed();

    String t_payouts();

    String t_amount();

    String t_paid();

    String nothing_found();

    String nothing_found_about();

    String none();

    String none_about();

    String s_held();

    String s_drafted();

    String s_signed();

    String s_released();

    String s_fetched();

    String s_accepted();

    String s_booked();

    String s_rejected();

    String s_returned();

    String s_cancelled();

    String payout(String date);

    String to(String holder, String account);

    String to_gone();

    String why();

    String sales_line(String count);

    String refunds_line(String count);

    String voids_line(String count);

    String fees();

    String chargebacks();

    String reserves();

    String adjustments();

    String carried_in();

    String carried_out();

    String sum();

    String sum_paid();

    String sum_not();

    String happened();

    String e_made(String date);

    String e_signed();

    String e_released();

    String e_bank(String reference);

    String e_booked(String date);

    String e_rejected();

    String e_returned();

    String e_cancelled();

    String e_code(String code);

    String e_what();

    String statement();

    String pdf();

    String csv();

    String items();

    String items_about();

    String i_when();

    String i_what();

    String i_card();

    String i_till();

    String i_gross();

    String i_fee();

    String i_net();

    String k_sale();

    String k_refund();

    String k_void();

    String k_chargeback();

    String k_adjustment();

    String k_monthly();

    String k_tier();

    String k_monthly_minimum();

    String k_reserve_held();

    String k_reserve_released();

    String k_why(String kind, String why);

    String k_other(String kind);
}
