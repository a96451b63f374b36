package io.tillgate.shared.identifiers;

import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the IBANs of one country look (ISO 13616-1), from SWIFT's registry and the unofficial additions to it. */
record IbanStructure(String country, int length, Pattern pattern, boolean official) {
    private static final Pattern PART = Pattern.compile("(\\d+)!?([nac])");
    private static final Map<String, IbanStructure> BY_COUNTRY = ReferenceTable.lines("iban-registry.csv").stream()
            .skip(1)
            .map(IbanStructure::parse)
            .collect(Collectors.toUnmodifiableMap(IbanStructure::country, Function.identity()));

    static @Nullable IbanStructure of(String country) {
        return BY_COUNTRY.get(country);
    }

    private static IbanStructure parse(String line) {
        String[] cells = line.split(",", -1);
        return new IbanStructure(
                cells[0], Integer.parseInt(cells[1]), compile(cells[2]), Boolean.parseBoolean(cells[3]));
    }

    private static Pattern compile(String structure) {
        StringBuilder regex = new StringBuilder(structure.substring(0, 2));
        Matcher parts = PART.matcher(structure.substring(2));
        while (parts.find()) {
            regex.append(
                            switch (parts.group(2)) {
                                case "n" -> "[0-9]";
                                case "a" -> "[A-Z]";
                                default -> "[A-Z0-9]";
                            })
                    .append('{')
                    .append(parts.group(1))
                    .append('}');
        }
        return Pattern.compile(regex.toString());
    }
}
