package io.tillgate.platform.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who writes the letters. */
@ConfigMapping(prefix = "tillgate.mail")
public interface MailSettings {
    /** The address that letters come from, without a name. */
    @WithDefault("no-reply@localhost")
    String from();
}
