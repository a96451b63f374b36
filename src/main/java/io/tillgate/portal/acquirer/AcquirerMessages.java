package io.tillgate.portal.acquirer;

import io.quarkus.qute.i18n.MessageBundle;

/** The words of the acquirer's face; they stand in {@code messages/acquirer_en.properties} and {@code messages/acquirer_zh.properties}. */
@MessageBundle(value = "acquirer", locale = "en")
public interface AcquirerMessages {
    String nav_home();
}
