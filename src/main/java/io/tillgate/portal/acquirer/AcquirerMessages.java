package io.tillgate.portal.acquirer;

import io.quarkus.qute.i18n.MessageBundle;

/** The words of the acquirer's face; they stand in {@code messages/acquirer_en.properties} and {@code messages/acquirer_zh.properties}. */
@MessageBundle(value = "acquirer", locale = "en")
public interface AcquirerMessages {
    String face();

    String nav_home();

    String nav_find();

    String nav_applications();

    String nav_merchants();

    String nav_risk();

    String nav_payouts();

    String nav_tills();

    String nav_changes();

    String nav_fees();

    String nav_audit();

    String nav_staff();

    String age_now();

    String age_minutes(String count);

    String age_hours(String count);

    String age_days(String count);

    String needed();

    String not_complete();

    String applications_about();

    String invite();

    String state();

    String find_business();

    String search();

    String queue_empty();

    String queue_empty_about();

    String nothing_found();

    String nothing_found_about();

    String business();

    String unnamed();

    String checks();

    String submission();

    String since();

    String to_look(String count);

    String all_clear();

    String not_checked();

    String none_yet();

    String nth(String number);

    String pages();

    String first_page();

    String next_page();

    String invite_title();

    String invite_about();

    String their_name();

    String their_email();

    String their_language();

    String send_invitation();

    String cancel();

    String invited(String name, String email);

    String legal_form();

    String registration();

    String website();

    String name();

    String holder();

    String account_number();

    String category();

    String history();

    String history_none();

    String fee_plan();

    String choose_decision();

    String ask_something();

    String refuse_reason();

    String too_long();

    String said_approved(String name);

    String said_awaiting(String name);

    String said_refused(String name);

    String said_asked(String name);

    String merchants_about();

    String find_merchant();

    String merchants_empty();

    String merchants_empty_about();

    String merchant();

    String with_us_since();

    String takings_30();

    String before_was(String amount);

    String payments_30();

    String refunds_of(String amount);

    String approved_30();

    String of_tried(String count);

    String tills_online();

    String see_tills();

    String as_of(String at);

    String accounts();

    String account();

    String merchant_number();

    String paid_to();

    String closed();

    String decide_changes();

    String change();

    String proposed_by();

    String stores();

    String stores_none();

    String address();

    String time_zone();

    String tills_none();

    String till();

    String store();

    String what_to_do();

    String change_standing();

    String may_all();

    String may_all_about();

    String may_sell();

    String may_sell_about();

    String may_be_paid();

    String may_be_paid_about();

    String may_nothing();

    String may_nothing_about();

    String reason();

    String standing_reason_about();

    String apply_standing();

    String say_why();

    String said_standing(String name, String now);

    String propose_plan();

    String propose_bank();

    String two_people_about();

    String propose();

    String cnaps_or();

    String bank_wrong();

    String said_proposed();

    String changes_about();

    String changes_empty();

    String changes_empty_about();

    String decided_by();

    String yours_waits();

    String confirm_change();

    String withdraw();

    String reject();

    String said_confirmed();

    String said_rejected();

    String change_bank(String holder, String number);

    String change_plan(String plan);

    String change_account(String currency, String plan);

    String decisions();

    String rules();

    String lists();

    String review_title(String amount, String merchant);

    String payments();

    String what_happened();

    String said_review(String outcome);

    String said_listed(String list);

    String said_unlisted(String list);

    String tills_of(String name);

    String tills_all();

    String tills_about();

    String find_till();

    String tills_empty();

    String tills_empty_about();

    String software();

    String last_heard();

    String events_none();

    String told_to(String what);

    String right_now();

    String online_since();

    String last_connected();

    String activation();

    String wrong_tries(String count);

    String certificate_until();

    String documents_held();

    String documents_held_none();

    String version_no(String number);

    String find_label();

    String find_placeholder();

    String find_hint();

    String find_nothing(String q);

    String find_nothing_about();

    String duties();

    String payment_title(String kind, String amount);

    String said_retried();

    String every_payment();

    String any_amount();

    String amount_from(String from);

    String amount_below(String to);

    String amount_between(String from, String to);

    String said_staff(String name, String email);

    String said_disabled();

    String runs();

    String breaks();

    String said_signed(String count);

    String said_released(String count, String files);

    String said_cut(String date, String cycle);

    String payout_title(String amount, String name);

    String said_cancelled();

    String said_again();

    String run_title(String date, String cycle);

    String said_funded(String amount);

    String said_resolved(String number);

    String said_break_proposed(String number);

    String said_break_withdrawn(String number);

    String needs_you();

    String calm();

    String wait_applications();

    String wait_reviews();

    String wait_payouts();

    String wait_back();

    String wait_breaks();

    String wait_changes();

    String wait_duties();

    String wait_offline();

    String wait_nothing();

    String oldest(String age);

    String of_tills(String count);

    String takings_today();

    String whole_day_before(String amount);

    String approval_rate();

    String blocked_waiting(String blocked, String waiting);

    String by_hour();

    String hour();

    String today();

    String week_before();

    String top_merchants();

    String all_merchants();

    String no_sales_today();

    String not_final();
}
