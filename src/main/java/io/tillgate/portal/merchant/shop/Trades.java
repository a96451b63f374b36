package io.tillgate.portal.merchant.shop;

import io.tillgate.portal.frame.Language;
import io.tillgate.portal.frame.TradeNames;
import io.tillgate.shared.identifiers.CategoryCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lines of business, found by what people call them. */
public final class Trades {
    private static final int FOUND_MAX = 12;
    private static final List<CategoryCode> ALL = CategoryCode.all();

    /** What most shops are, shown before anybody searches. */
    private static final List<String> COMMON =
            List.of("5411", "5812", "5814", "5462", "5499", "5651", "5732", "5912", "5942", "7230", "5992", "7011");

    private Trades() {}

    public static String name(String code, boolean chinese) {
        return TradeNames.of(code, chinese ? Language.CHINESE : Locale.ENGLISH);
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
                                || name(code, true).contains(wanted))
                        .limit(FOUND_MAX)
                        .toList();
        List<Option> options = new ArrayList<>();
        if (!chosen.isEmpty() && !codes.contains(chosen)) {
            options.add(new Option(chosen, name(chosen, chinese), true));
        }
        codes.forEach(code -> options.add(new Option(code, name(code, chinese), code.equals(chosen))));
        return List.copyOf(options);
    }
}
