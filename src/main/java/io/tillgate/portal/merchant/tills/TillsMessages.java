package io.tillgate.portal.merchant.tills;

import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages about tills; they stand in {@code messages/tills_en.properties} and {@code messages/tills_zh.properties}. */
@MessageBundle(value = "tills", locale = "en")
public interface TillsMessages {
    String title();

    String about();

    String new_till();

    String col_till();

    String col_store();

    String col_state();

    String col_seen();

    String col_software();

    String col_battery();

    String s_online();

    String s_offline();

    String s_created();

    String s_blocked();

    String s_revoked();

    String never();

    String now();

    String find();

    String first_of(String shown, String all);

    String nothing_found();

    String nothing_found_about();

    String none();

    String none_about();

    String till(String number);

    String state();

    String numbers();

    String merchant_number();

    String terminal_number();

    String store();

    String label();

    String label_hint();

    String certificate();

    String created();

    String connected();

    String ended();

    String network();

    String software();

    String battery();

    String clock();

    String clock_right();

    String clock_off(String seconds);

    String documents();

    String documents_about();

    String d_kind();

    String d_held();

    String d_newest();

    String d_current();

    String d_behind();

    String d_unknown();

    String k_catalogue();

    String k_prices();

    String k_promotions();

    String k_stock();

    String k_configuration();

    String k_keys();

    String events();

    String events_none();

    String e_connected();

    String e_disconnected();

    String e_lost();

    String e_will();

    String e_enrolled();

    String e_renewed();

    String e_blocked();

    String e_unblocked();

    String e_revoked();

    String e_created();

    String e_code();

    String e_wrong_code();

    String e_job();

    String e_fault(String what);

    String e_other(String what);

    String commands();

    String c_reboot();

    String c_upload_log();

    String c_block();

    String c_unblock();

    String c_load_keys();

    String w_waiting();

    String w_sent();

    String w_done();

    String w_failed();

    String w_expired();

    String block();

    String unblock();

    String block_will();

    String unblock_will();

    String blocked_done(String number);

    String unblocked_done(String number);

    String retire();

    String retire_will();

    String retired_done(String number);

    String restart();

    String restart_will();

    String restart_done(String number);

    String n_title();

    String n_about();

    String n_store();

    String n_account();

    String n_make();

    String n_nostore();

    String a_title(String number);

    String a_once();

    String a_type();

    String a_code();

    String a_until(String time);

    String a_scan();

    String a_qr();

    String a_finger();

    String a_wait();

    String a_done();

    String a_new();

    String a_new_will();

    String a_shown();

    String a_tries(String count);

    String act_waiting();

    String act_used();

    String act_spent();

    String act_expired();
}
