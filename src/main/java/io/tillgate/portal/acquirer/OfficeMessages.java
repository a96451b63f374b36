package io.tillgate.portal.acquirer;

import io.quarkus.qute.i18n.MessageBundle;

/** Words that only single pages of the acquirer's face say; they stand in {@code messages/office_en.properties} and {@code messages/office_zh.properties}. */
@MessageBundle(value = "office", locale = "en")
public interface OfficeMessages {
    String fees_about();

    String plan_default();

    String applies_to();

    String amounts();

    String rate();

    String per_item();

    String least_most();

    String example(String amount);

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

    String payouts_about();

    String payouts_no();

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

    String payouts_empty();

    String payouts_empty_about();

    String files();

    String message_id();

    String made();

    String fetched();

    String cut_off();

    String cut_now();

    String cut_will();

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

    String pay_again();

    String again_will();

    String runs_about();

    String runs_empty();

    String runs_empty_about();

    String cut_at();

    String paid_out();

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

    String breaks_about();

    String breaks_empty();

    String breaks_empty_about();

    String break_no(String number);

    String payout();

    String resolution();

    String resolve_it();

    String resolve_will();

    String break_moved();

    String belongs();

    String belongs_to();

    String belongs_to_help();

    String proposed_by();

    String confirm_it();

    String confirm_will();

    String waits_for_another();

    String withdraw_it();

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

    String not_given();

    String owners();

    String born();

    String country();

    String share();

    String bank_account();

    String trading();

    String turnover();

    String ticket();

    String contact();

    String email();

    String phone();

    String first_store();

    String documents();

    String documents_none();

    String decision();

    String approve();

    String approve_about();

    String approve_although(String count);

    String ask();

    String ask_about();

    String refuse();

    String refuse_about();

    String note();

    String note_about();

    String decide();

    String decide_about();

    String risk_about();

    String risk_empty();

    String risk_empty_about();

    String amount();

    String score_name();

    String no_reason();

    String by_on(String name, String at);

    String next_review();

    String why_stopped();

    String payment();

    String card();

    String facts();

    String counters();

    String on_lists();

    String accept();

    String accept_about();

    String fraud();

    String fraud_about();

    String analyst_decides();

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

    String step_asked(String tender);

    String no_rule();

    String host_said(String host, String code);

    String host_silent(String host);

    String auth_code();

    String tries(String count);

    String refunded_so_far(String amount);

    String retry();

    String retry_will();

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
}
