package io.tillgate.portal.frame;

import io.quarkus.qute.TemplateExtension;
import java.util.UUID;

/** {@code {once:token}}: names one form of one page, so that sending it twice does its action once. */
@TemplateExtension(namespace = "once")
class OncePerForm {
    private OncePerForm() {}

    static String token() {
        return UUID.randomUUID().toString();
    }
}
