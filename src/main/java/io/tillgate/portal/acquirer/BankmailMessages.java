package io.tillgate.portal.acquirer;

import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages of bank messages; they stand in {@code messages/bankmail_en.properties} and {@code messages/bankmail_zh.properties}. */
@MessageBundle(value = "bankmail", locale = "en")
public interface BankmailMessages {
    String title();

    String about();

    String one(String kind, String when);

    String find();

    String kind();

    String every_kind();

    String received();

    String from();

    String came_to();

    String changed();

    String changed_of(String changed, String told);

    String differences_n(String count);

    String empty();

    String empty_about();

    String did();

    String did_nothing();

    String counted_nothing();

    String entries();

    String number();

    String said();

    String outcome();

    String difference_no(String number);

    String refused_entries();

    String what();

    String type();

    String unread();

    String download();

    String answer();

    String answer_taken();

    String answer_refused();

    String as_sent();

    String of_payout();

    String of_payout_none();

    String wait_refused();

    String message_no();
}
