package io.tillgate.portal.frame;

import io.tillgate.shared.identifiers.CategoryCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/** What lines of business are called. The networks name theirs in English; the common ones have Chinese names here. */
public final class TradeNames {
    private static final Properties CHINESE = read();

    private TradeNames() {}

    /** The code itself where nobody names it. */
    public static String of(String code, Locale locale) {
        return known(code, locale).orElse(code);
    }

    /** English where there is no Chinese. */
    public static Optional<String> known(String code, Locale locale) {
        return Optional.ofNullable(locale.equals(Language.CHINESE) ? CHINESE.getProperty(code) : null)
                .or(() -> CategoryCode.find(code).map(CategoryCode::meaning));
    }

    private static Properties read() {
        try (InputStream in = TradeNames.class.getResourceAsStream("/messages/categories_zh.words")) {
            if (in == null) {
                throw new IllegalStateException("no names of categories");
            }
            Properties words = new Properties();
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
