package io.tillgate.portal.merchant.settings;

import io.quarkus.qute.i18n.MessageBundle;

/** The words of a shop's settings. */
@MessageBundle(value = "settings", locale = "en")
public interface SettingsMessages {
    String title();

    String about(String tenant);

    String account(String number);

    String account_about(String category, String currency);

    String prices();

    String prices_about();

    String bank();

    String holder();

    String holder_hint();

    String number();

    String iban();

    String cnaps();

    String bank_action();

    String bank_waiting();

    String bank_title();

    String bank_now(String account);

    String reason();

    String reason_hint();

    String will();

    String will_wait(String tenant);

    String will_old();

    String will_back();

    String ask();

    String asked_said();

    String changes();

    String changes_about();

    String to_bank(String account);

    String to_plan(String plan);

    String to_account(String category);

    String asked_by(String name, String when, String reason);

    String decided_by(String name, String when);

    String rejected_by(String name, String when, String reason);

    String waiting();

    String confirmed();

    String rejected();

    String withdraw();

    String withdrawn();

    String withdrawn_reason();

    String business();

    String business_about(String tenant);

    String trading_name();

    String legal_name();

    String legal_form();

    String country();

    String registration();

    String website();

    String reader();

    String reader_about();

    String not_trading();

    String not_paid();

    String agreement_about(String tenant);

    String agreement_accepted();
}
