package io.tillgate.portal.merchant.team;

import io.quarkus.qute.i18n.MessageBundle;

/** The words about the people of a shop. */
@MessageBundle(value = "team", locale = "en")
public interface TeamMessages {
    String title();

    String about();

    String people();

    String name();

    String role();

    String state();

    String act();

    String you();

    String owner();

    String manager();

    String active();

    String gone();

    String remove();

    String invite();

    String invite_about();

    String username();

    String username_hint();

    String email();

    String email_hint();

    String invite_action();

    String invited(String name, String email);

    String remove_title(String name);

    String remove_will();

    String will_out();

    String will_trace();

    String will_final();

    String remove_action();

    String removed(String name);
}
