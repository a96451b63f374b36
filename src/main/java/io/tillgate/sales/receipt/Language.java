package io.tillgate.sales.receipt;

import java.util.Locale;
import java.util.Optional;

/** The languages of receipts. */
public enum Language {
    ENGLISH,
    CHINESE;

    public static Language of(Locale locale) {
        return locale.getLanguage().equals("zh") ? CHINESE : ENGLISH;
    }

    /** {@code en} or {@code zh}. */
    public static Optional<Language> ofTag(String tag) {
        return switch (tag) {
            case "en" -> Optional.of(ENGLISH);
            case "zh" -> Optional.of(CHINESE);
            default -> Optional.empty();
        };
    }

    /** One of two. */
    String pick(String english, String chinese) {
        return this == CHINESE ? chinese : english;
    }
}
