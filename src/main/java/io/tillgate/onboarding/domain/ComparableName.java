package io.tillgate.onboarding.domain;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A name reduced to what two ways of writing it have in common: compatibility forms and accents folded, upper case, no
 * punctuation, no legal form, no filler words, order of words forgotten.
 *
 * @param words distinct
 * @param joined the words in their order without gaps, so that "Aero-Caribbean" meets "AEROCARIBBEAN"
 */
public record ComparableName(Set<String> words, String joined) {
    static final int WORDS_MAX = 24;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern INSIDE_WORDS = Pattern.compile("[.'’‘`´\"]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern CHINESE_FORMS = Pattern.compile("(股份有限公司|有限责任公司|集团有限公司|有限公司|分公司|股份公司|公司|集团)$");

    /** Words that say what kind of company it is, after folding; spaced-out ones ("S R L") with their letters sorted. */
    private static final Set<String> LEGAL_FORMS = Set.of(
            "LTD",
            "LIMITED",
            "LTDA",
            "LIMITADA",
            "CO",
            "COMPANY",
            "CORP",
            "CORPORATION",
            "INC",
            "INCORPORATED",
            "LLC",
            "LLP",
            "LP",
            "PLC",
            "PTE",
            "PTY",
            "PVT",
            "PRIVATE",
            "SA",
            "SAS",
            "SARL",
            "SAL",
            "SAC",
            "SRL",
            "SPA",
            "SL",
            "SCA",
            "EIRL",
            "GMBH",
            "AG",
            "KG",
            "OHG",
            "UG",
            "MBH",
            "BV",
            "NV",
            "AB",
            "OY",
            "OYJ",
            "AS",
            "ASA",
            "APS",
            "DOO",
            "AD",
            "OOO",
            "OAO",
            "ZAO",
            "PAO",
            "JSC",
            "PJSC",
            "OJSC",
            "CJSC",
            "FZE",
            "FZCO",
            "FZC",
            "WLL",
            "BHD",
            "SDN",
            "KK",
            "KFT",
            "ZRT",
            "SRO",
            "SPZOO",
            "SP",
            "OOZ",
            "LS",
            "ASS",
            "LRS",
            "CLL",
            "SCRL",
            "CV",
            "RL",
            "CIA",
            "COMPANIA",
            "CIE",
            "COMPAGNIE");

    private static final Set<String> FILLERS = Set.of(
            "THE", "OF", "AND", "FOR", "DE", "LA", "LE", "EL", "DEL", "DES", "DER", "DIE", "DAS", "UND", "ET", "Y", "E",
            "I");

    public ComparableName {
        words = Set.copyOf(words);
    }

    public static ComparableName of(String name) {
        List<String> all = split(name);
        List<String> notFilling =
                all.stream().filter(word -> !FILLERS.contains(word)).toList();
        List<String> telling = gatherInitials(notFilling).stream()
                .filter(word -> !LEGAL_FORMS.contains(word))
                .toList();
        List<String> kept = telling.isEmpty() ? all : telling;
        Set<String> words = new LinkedHashSet<>(kept.subList(0, Math.min(kept.size(), WORDS_MAX)));
        String joined = notFilling.stream()
                .filter(word -> !LEGAL_FORMS.contains(word))
                .limit(WORDS_MAX)
                .collect(Collectors.joining());
        return new ComparableName(words, joined.isEmpty() ? String.join("", all) : joined);
    }

    private static List<String> split(String name) {
        String folded =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        String upper = unfoldable(folded.toUpperCase(Locale.ROOT));
        String inside = INSIDE_WORDS.matcher(upper).replaceAll("");
        List<String> words = new ArrayList<>();
        for (String word : BETWEEN_WORDS.split(inside, -1)) {
            String bare = CHINESE_FORMS.matcher(word).replaceFirst("");
            if (!bare.isEmpty()) {
                words.add(bare);
            }
        }
        return words;
    }

    /** Letters that no normal form takes apart; {@code toUpperCase} has already made SS of sharp s. */
    private static String unfoldable(String upper) {
        return upper.replace("Ø", "O")
                .replace("Æ", "AE")
                .replace("Œ", "OE")
                .replace("Ł", "L")
                .replace("Đ", "D")
                .replace("Ð", "D")
                .replace("Þ", "TH")
                .replace("&", " ");
    }

    /** Single letters become one word, sorted: wherever they stood, "K. P. Jeans" and "Jeans P K" stay equal. */
    private static List<String> gatherInitials(List<String> words) {
        List<String> gathered =
                new ArrayList<>(words.stream().filter(word -> !isInitial(word)).toList());
        String initials =
                words.stream().filter(ComparableName::isInitial).sorted().collect(Collectors.joining());
        if (!initials.isEmpty()) {
            gathered.add(initials);
        }
        return gathered;
    }

    private static boolean isInitial(String word) {
        return word.length() == 1 && word.charAt(0) < 128;
    }
}
