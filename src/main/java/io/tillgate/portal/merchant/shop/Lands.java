package io.tillgate.portal.merchant.shop;

import java.text.Collator;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Countries and time zones to choose from, in the reader's language and order. */
public final class Lands {
    private static final List<String> CODES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).stream()
            .sorted()
            .toList();

    private Lands() {}

    public static List<Option> countries(@Nullable String chosen, boolean chinese, String none) {
        Locale reader = chinese ? Locale.SIMPLIFIED_CHINESE : Locale.UK;
        List<Option> options = new ArrayList<>();
        options.add(new Option("", none, chosen == null || chosen.isEmpty()));
        CODES.stream()
                .map(code -> new Option(code, name(code, reader), code.equals(chosen)))
                .sorted(Comparator.comparing(Option::label, Collator.getInstance(reader)))
                .forEach(options::add);
        return List.copyOf(options);
    }

    public static String country(String code, boolean chinese) {
        return CODES.contains(code) ? name(code, chinese ? Locale.SIMPLIFIED_CHINESE : Locale.UK) : code;
    }

    /** Those that are named after a place. */
    public static List<Option> zones(String chosen) {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+"))
                .sorted()
                .map(zone -> new Option(zone, zone.replace('_', ' '), zone.equals(chosen)))
                .toList();
    }

    private static String name(String code, Locale reader) {
        return Locale.of("", code).getDisplayCountry(reader);
    }
}
