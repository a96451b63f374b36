package io.tillgate.portal.frame;

import io.tillgate.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * What refusals say to people, by their code. A code without words of its own says what its category says; a field's mistake
 * without words says that the field needs another look.
 */
@ApplicationScoped
public class ProblemWords {
    private final Properties english = read("en");
    private final Properties chinese = read("zh");

    /** One sentence, or two: what happened and what to do. */
    public String of(Refusal refusal, Locale locale) {
        Properties words = words(locale);
        String own = words.getProperty(refusal.code().code());
        return own != null
                ? own
                : words.getProperty("category." + refusal.code().category().name());
    }

    Mistakes mistakes(Refusal refusal, Locale locale) {
        Map<String, String> fields = new HashMap<>();
        refusal.violations()
                .forEach(violation -> fields.putIfAbsent(
                        violation.path().replaceFirst("^/", "").replace('/', '.'), field(violation.code(), locale)));
        return new Mistakes(of(refusal, locale), fields);
    }

    /** What a mistake of this code in one field is called. */
    public String field(String code, Locale locale) {
        Properties words = words(locale);
        return words.getProperty("field." + code, words.getProperty("field.OTHER"));
    }

    Properties words(Locale locale) {
        return locale.equals(Language.CHINESE) ? chinese : english;
    }

    private static Properties read(String language) {
        String name = "/messages/problems_" + language + ".words";
        try (InputStream in = ProblemWords.class.getResourceAsStream(name)) {
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
