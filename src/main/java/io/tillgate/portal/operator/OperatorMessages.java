package io.tillgate.portal.operator;

import io.quarkus.qute.i18n.MessageBundle;

/** The words of the operator's face; they stand in {@code messages/operator_en.properties} and {@code messages/operator_zh.properties}. */
@MessageBundle(value = "operator", locale = "en")
public interface OperatorMessages {
    String nav_home();
}
