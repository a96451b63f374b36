package io.tillgate.portal.frame;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.Locale;

/** A face's own words in the reader's language, for what is put together in code. */
public final class Words {
    private Words() {}

    public static <B> B in(Class<B> bundle, Locale locale) {
        return locale.equals(Language.CHINESE)
                ? MessageBundles.get(bundle, Localized.Literal.of("zh"))
                : MessageBundles.get(bundle);
    }
}
