package io.tillgate.portal.acquirer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.portal.frame.Language;
import io.tillgate.settlement.PayoutState;
import io.tillgate.settlement.bank.BankProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A code without words would stand on a page as it is stored, in English for everybody. */
class KnowingEveryCodeTest {
    private static final Path SOURCES = Path.of("src/main/java/io/tillgate");
    /** What is done; what {@code -changed} is an event, for machines. */
    private static final Pattern ACTION = Pattern.compile("\"([a-z]+(?:-[a-z]+)*)\\.([a-z]+(?:-[a-z]+)*)\"");

    private static final Pattern SUBJECT = Pattern.compile("Subject\\(\\s*\"([a-z-]+)\"");

    /** Tones and sentences that machines say in one language only need no second one. */
    private static final Set<String> ONE_LANGUAGE =
            Set.of("tone", "rule-said", "check-said", "check-head", "check-tail");

    private final Codes codes = new Codes();

    @Test
    void each_word_stands_in_both_languages() {
        assertThat(kinds(Language.CHINESE)).isEqualTo(kinds(Locale.ENGLISH));
    }

    @Test
    void whatever_is_audited_has_words() throws IOException {
        Set<String> unknown = new TreeSet<>();
        for (Path file : audited()) {
            String source = Files.readString(file);
            Matcher subject = SUBJECT.matcher(source);
            while (subject.find()) {
                if (codes.known("subject", subject.group(1), Language.CHINESE).isEmpty()) {
                    unknown.add("subject." + subject.group(1));
                }
            }
            Matcher action = ACTION.matcher(source);
            while (action.find()) {
                String name = action.group(1) + "." + action.group(2);
                if (!name.endsWith("-changed")
                        && codes.known("subject", action.group(1), Language.CHINESE)
                                .isPresent()
                        && codes.known("action", name, Language.CHINESE).isEmpty()) {
                    unknown.add("action." + name);
                }
            }
        }

        assertThat(unknown).isEmpty();
    }

    @Test
    void the_trail_can_be_asked_for_whatever_is_audited() throws IOException {
        Set<String> audited = new TreeSet<>();
        for (Path file : audited()) {
            SUBJECT.matcher(Files.readString(file)).results().forEach(found -> audited.add(found.group(1)));
        }

        assertThat(AuditPage.SUBJECTS).containsAll(audited).doesNotHaveDuplicates();
    }

    @Test
    void each_state_of_a_payout_and_each_refusal_of_a_message_has_words() {
        assertThat(PayoutState.values())
                .allSatisfy(state -> assertThat(codes.known("payout", state.code(), Language.CHINESE))
                        .isPresent());
        assertThat(BankProblem.values()).allSatisfy(problem -> {
            assertThat(codes.known("bank-refusal", problem.code(), Language.CHINESE))
                    .isPresent();
            assertThat(codes.known("bank-refusal-advice", problem.code(), Language.CHINESE))
                    .isPresent();
        });
    }

    /** As the bank guide lists them. */
    @Test
    void each_kind_of_difference_has_words() throws IOException {
        String guide = Files.readString(Path.of("src/docs/guides/bank.md"));
        String listed = guide.substring(guide.indexOf("- **Breaks**"), guide.indexOf("A break changes nothing else"));
        Set<String> kinds = new TreeSet<>();
        Matcher kind = Pattern.compile("`([a-z-]+)`").matcher(listed);
        while (kind.find()) {
            kinds.add(kind.group(1));
        }

        assertThat(kinds)
                .hasSizeGreaterThan(8)
                .allSatisfy(each -> assertThat(codes.known("break", each, Language.CHINESE))
                        .as(each)
                        .isPresent());
    }

    private Set<String> kinds(Locale locale) {
        Set<String> names = new TreeSet<>(codes.words(locale).stringPropertyNames());
        names.removeIf(name -> ONE_LANGUAGE.contains(name.substring(0, name.indexOf('.'))));
        return names;
    }

    /** Sources that write audit records. */
    private static Set<Path> audited() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            Set<Path> found = new TreeSet<>();
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                if (Files.readString(file).contains("AuditEntry")) {
                    found.add(file);
                }
            }
            return found;
        }
    }
}
