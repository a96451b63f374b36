package io.tillgate.portal.merchant.apply;

import io.quarkus.qute.i18n.MessageBundle;

/** The words of an application to become a merchant. */
@MessageBundle(value = "apply", locale = "en")
public interface ApplyMessages {
    String title();

    String start_title();

    String start_about(String tenant);

    String start_need();

    String need_business();

    String need_owners();

    String need_bank();

    String need_paper();

    String start_action();

    String start_then();

    String then_fill();

    String then_fill_about();

    String then_review();

    String then_review_about();

    String then_open();

    String then_open_about();

    String parts();

    String fill_in();

    String look_over();

    String change();

    String asked_title();

    String asked_about();

    String withdraw();

    String withdraw_about();

    String withdraw_action();

    String withdrawn_said();

    String saved();

    String saved_each();

    String save_next();

    String later();

    String look_again();

    String started();

    String s_business();

    String s_owners();

    String s_contact();

    String s_bank();

    String s_trading();

    String s_store();

    String s_documents();

    String s_check();

    String note_check();

    String note_later();

    String note_open(String count);

    String note_not_begun();

    String progress(String done, String all);

    String unnamed();

    String legal_name();

    String legal_name_hint();

    String trading_name();

    String trading_name_hint();

    String country();

    String legal_form();

    String legal_form_hint();

    String registration();

    String registration_hint();

    String website();

    String optional();

    String owners_about();

    String owner_title(String number);

    String owner_more();

    String owner_remove();

    String name();

    String share();

    String share_hint();

    String birth_date();

    String nationality();

    String email();

    String email_hint();

    String phone();

    String letters_in();

    String holder();

    String holder_hint();

    String iban();

    String iban_hint();

    String cnaps();

    String cnaps_hint();

    String account_number();

    String category();

    String category_hint();

    String category_none();

    String turnover(String currency);

    String turnover_short();

    String turnover_hint();

    String ticket(String currency);

    String ticket_short();

    String ticket_hint();

    String store_about();

    String name_en();

    String name_zh();

    String name_hint();

    String line1();

    String line2();

    String city();

    String postal_code();

    String region();

    String time_zone();

    String time_zone_hint();

    String document();

    String papers();

    String papers_about();

    String paper_about(String size, String when);

    String paper_choose();

    String paper_another();

    String paper_hint();

    String paper_send();

    String paper_sending();

    String paper_next();

    String uploaded(String name);

    String nothing_here();

    String missing_in(String field, String said);

    String this_part();

    String hand_in();

    String hand_in_about(String tenant);

    String hand_in_action();

    String not_complete();

    String submitted_said();

    String agreed_said();

    String i_agree(String version);

    String agree_later();

    String agreed_already(String version);

    String terms(String version);

    String reference(String id);

    String submitted();

    String submitted_about();

    String sign_title();

    String sign_about();

    String sign_action();

    String sign_early();

    String sign_early_about();

    String approved();

    String approved_about();

    String approved_action();

    String refused();

    String refused_about();

    String refused_then();

    String refused_action();

    String what_you_sent();

    String so_far();

    String e_begun();

    String e_filling();

    String e_submitted();

    String e_reviewing();

    String e_reviewing_about();

    String e_opening();

    String e_asked();

    String e_asked_about();

    String e_approved();

    String e_agreement();

    String e_agreement_about();

    String e_open();

    String e_open_about();

    String e_refused();

    String no_category();

    String no_country();

    String no_register();

    String no_account();

    String no_documents();

    String no_turnover();

    String no_duplicate();

    String no_unsaid();
}
