package io.tillgate.tenancy;

import java.util.Locale;

/** One text in the two languages of the platform. */
public record LocalText(String en, String zh) {
    public String in(Locale locale) {
        return locale.getLanguage().equals("zh") ? zh : en;
    }
}
