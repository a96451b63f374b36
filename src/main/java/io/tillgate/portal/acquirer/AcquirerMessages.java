package io.tillgate.portal.acquirer;

import io.quarkus.qute.i18n.MessageBundle;

/** The words of the acquirer's face; they stand in {@code messages/acquirer_en.properties} and {@code messages/acquirer_zh.properties}. */
@MessageBundle(value = "acquirer", locale = "en")
public interface AcquirerMessages {
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

    String applicant_is(String name);

    String open_merchant();

    String next_application();

    String waits_for_applicant(String name, String at);

    String refused_by(String name, String at);

    String checks_none();

    String open_it();

    String score(String score);

    String list_of(String list, String date);

    String legal_name();

    String trading_name();

    String legal_form();

    String registration();

    String website();

    String not_given();

    String owners();

    String name();

    String born();

    String country();

    String share();

    String bank_account();

    String holder();

    String account_number();

    String trading();

    String category();

    String turnover();

    String ticket();

    String contact();

    String email();

    String phone();

    String first_store();

    String documents();

    String documents_none();

    String history();

    String history_none();

    String decision();

    String approve();

    String approve_about();

    String fee_plan();

    String approve_although(String count);

    String ask();

    String ask_about();

    String refuse();

    String refuse_about();

    String note();

    String note_about();

    String decide();

    String decide_about();

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

    String risk_about();

    String decisions();

    String rules();

    String lists();

    String risk_empty();

    String risk_empty_about();

    String amount();

    String score_name();

    String no_reason();

    String by_on(String name, String at);

    String review_title(String amount, String merchant);

    String next_review();

    String why_stopped();

    String payment();

    String payments();

    String card();

    String what_happened();

    String facts();

    String counters();

    String on_lists();

    String accept();

    String accept_about();

    String fraud();

    String fraud_about();

    String analyst_decides();

    String said_review(String outcome);

    String rules_about();

    String rules_in_force(String count);

    String rules_none();

    String try_it();

    String try_rule();

    String try_about();

    String expression();

    String expression_hint();

    String rule_mistake();

    String would_fire(String fired, String tried);

    String latest_hit();

    String decisions_about();

    String decisions_empty();

    String when();

    String outcome();

    String lists_about();

    String list_from_policy(String count);

    String list_value();

    String list_value_hint();

    String add_to_list();

    String list_empty();

    String list_empty_about();

    String added_by();

    String take_off();

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

    String step_asked(String tender);

    String no_rule();

    String host_said(String host, String code);

    String host_silent(String host);

    String auth_code();

    String tries(String count);

    String refunded_so_far(String amount);

    String retry();

    String retry_will();

    String said_retried();

    String same_sale();

    String numbers();

    String business_date();

    String approved_amount();

    String fee();

    String payment_id();

    String request_id();

    String sale_id();

    String original();

    String duties_about();

    String duties_empty();

    String duties_empty_about();

    String duty();

    String attempts();

    String fees_about();

    String plan_default();

    String applies_to();

    String amounts();

    String rate();

    String per_item();

    String least_most();

    String example(String amount);

    String every_payment();

    String any_amount();

    String amount_from(String from);

    String amount_below(String to);

    String amount_between(String from, String to);

    String audit_about();

    String who();

    String about_what();

    String everything();

    String from();

    String to();

    String number_of_thing();

    String what();

    String before_after();

    String before();

    String after();

    String staff_about();

    String role_name();

    String can_sign_in();

    String cannot_sign_in();

    String disable();

    String disable_will(String name);

    String staff_new();

    String username();

    String username_hint();

    String staff_letter();

    String staff_invite();

    String said_staff(String name, String email);

    String said_disabled();

    String payouts_about();

    String payouts_no();

    String runs();

    String breaks();

    String to_sign();

    String to_release();

    String run_of(String date);

    String in_payouts(String count);

    String signed_by(String name, String at);

    String finance_only();

    String other_releases();

    String release();

    String release_will(String count);

    String sign();

    String sign_will(String count);

    String said_signed(String count);

    String said_released(String count, String files);

    String payouts_empty();

    String payouts_empty_about();

    String files();

    String message_id();

    String made();

    String fetched();

    String cut_off();

    String cut_now();

    String cut_will();

    String said_cut(String date, String cycle);

    String payout_title(String amount, String name);

    String adds_up();

    String sales_n(String count);

    String refunds_n(String count);

    String voids_n(String count);

    String sales();

    String refunds();

    String voids();

    String fees();

    String chargebacks();

    String reserves();

    String adjustments();

    String carried_in();

    String carried_out();

    String net();

    String made_of();

    String gross();

    String attempt(String number);

    String step_signed();

    String step_released();

    String end_to_end();

    String bank_reference();

    String cancel_payout();

    String cancel_will();

    String said_cancelled();

    String pay_again();

    String again_will();

    String said_again();

    String runs_about();

    String runs_empty();

    String runs_empty_about();

    String cut_at();

    String paid_out();

    String run_title(String date, String cycle);

    String run_nothing();

    String run_nothing_about();

    String funding();

    String funding_none();

    String expected();

    String received();

    String host_cost();

    String reference();

    String noted_by();

    String note_funding();

    String funding_will();

    String booked_on();

    String by_merchant();

    String credit_wrong();

    String said_funded(String amount);

    String breaks_about();

    String breaks_empty();

    String breaks_empty_about();

    String break_no(String number);

    String payout();

    String resolution();

    String resolve_it();

    String resolve_will();

    String said_resolved(String number);

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
