package io.tillgate.portal.frame;

import io.quarkus.qute.i18n.MessageBundle;

/** Words about an agreement's text, for both sides of it. */
@MessageBundle(value = "agreement", locale = "en")
public interface AgreementMessages {
    String title();

    String region(String version);

    String version();

    String by();

    String when();

    String fingerprint();

    String read();

    String download();

    String unkept();

    String none();
}
