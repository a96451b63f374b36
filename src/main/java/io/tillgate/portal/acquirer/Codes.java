package io.tillgate.portal.acquirer;

import io.tillgate.portal.frame.Language;
import io.tillgate.shared.identifiers.CategoryCode;
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
    private static final String HEAD = "check-head.";
    private static final String TAIL = "check-tail.";

    private final Properties english = read("desk_en");
    private final Properties chinese = read("desk_zh");
    private final Properties categories = read("categories_zh");

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

    /** What a check found: whole sentences, and those that begin or end with something of their own. */
    String found(String text, Locale locale) {
        return known("check-said", text, locale)
                .orElseGet(() -> words(locale).stringPropertyNames().stream()
                        .map(name -> part(name, text, locale))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(text));
    }

    private Optional<String> part(String name, String text, Locale locale) {
        String said = words(locale).getProperty(name);
        if (name.startsWith(HEAD) && text.startsWith(name.substring(HEAD.length()))) {
            return Optional.of(said + text.substring(name.length() - HEAD.length()));
        }
        if (name.startsWith(TAIL) && text.endsWith(name.substring(TAIL.length()))) {
            return Optional.of(said.replace("{}", text.substring(0, text.length() - name.length() + TAIL.length())));
        }
        return Optional.empty();
    }

    /** The code's meaning; English where there is no Chinese. */
    String category(String code, Locale locale) {
        String own = locale.equals(Language.CHINESE) ? categories.getProperty(code) : null;
        return own != null
                ? own
                : CategoryCode.find(code).map(CategoryCode::meaning).orElse("");
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
