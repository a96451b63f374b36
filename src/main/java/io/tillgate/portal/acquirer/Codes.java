package io.tillgate.portal.acquirer;

import io.tillgate.portal.frame.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/** What codes mean: states, checks, events, reasons. In {@code messages/desk_en.words} and {@code messages/desk_zh.words}. */
@ApplicationScoped
class Codes {
    private final Properties english = read("desk_en");
    private final Properties chinese = read("desk_zh");

    /** In words; a code that has none says itself, with spaces where it is made of words. */
    String of(String kind, String code, Locale locale) {
        return known(kind, code, locale)
                .orElseGet(() -> code.chars().anyMatch(Character::isDigit)
                        ? code
                        : code.replace('-', ' ').replace('_', ' ').toLowerCase(Locale.ROOT));
    }

    Optional<String> known(String kind, String code, Locale locale) {
        return Optional.ofNullable(words(locale).getProperty(kind + "." + code));
    }

    Properties words(Locale locale) {
        return locale.equals(Language.CHINESE) ? chinese : english;
    }

    private static Properties read(String file) {
        String name = "/messages/" + file + ".words";
        try (InputStream in = Codes.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name);
            }
            Properties words = new Properties();
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
