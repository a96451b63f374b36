package io.tillgate.portal.merchant.shop;

import io.tillgate.shared.identifiers.CategoryCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** Lines of business by what people call them. The networks name theirs in English; the common ones have Chinese names here. */
public final class Trades {
    private static final int FOUND_MAX = 12;
    private static final Properties CHINESE = read();
    private static final List<CategoryCode> ALL = CategoryCode.all();

    /** What most shops are, shown before anybody searches. */
    private static final List<String> COMMON =
            List.of("5411", "5812", "5814", "5462", "5499", "5651", "5732", "5912", "5942", "7230", "5992", "7011");

    private Trades() {}

    public static String name(String code, boolean chinese) {
        String inChinese = CHINESE.getProperty(code);
        return chinese && inChinese != null
                ? inChinese
                : CategoryCode.find(code).map(CategoryCode::meaning).orElse(code);
    }

    /** By part of a name in either language, or of the code; the common ones for nothing. The chosen one is always there. */
    public static List<Option> found(String text, String chosen, boolean chinese) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        List<String> codes = wanted.isEmpty()
                ? COMMON
                : ALL.stream()
                        .map(CategoryCode::value)
                        .filter(code -> code.startsWith(wanted)
                                || name(code, false).toLowerCase(Locale.ROOT).contains(wanted)
                                || CHINESE.getProperty(code, "").contains(wanted))
                        .limit(FOUND_MAX)
                        .toList();
        List<Option> options = new ArrayList<>();
        if (!chosen.isEmpty() && !codes.contains(chosen)) {
            options.add(new Option(chosen, name(chosen, chinese), true));
        }
        codes.forEach(code -> options.add(new Option(code, name(code, chinese), code.equals(chosen))));
        return List.copyOf(options);
    }

    private static Properties read() {
        try (InputStream in = Trades.class.getResourceAsStream("/messages/categories_zh.words")) {
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
