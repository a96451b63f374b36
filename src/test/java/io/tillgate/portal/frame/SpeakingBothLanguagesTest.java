package io.tillgate.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What has no words in one language would be shown in the other, and nobody would notice. */
class SpeakingBothLanguagesTest {
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    static Stream<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(MESSAGES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("_en.properties"))
                    .map(name -> name.substring(0, name.length() - "_en.properties".length()))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void each_word_stands_in_both_languages_with_the_same_values(String bundle) throws IOException {
        Properties english = read(bundle + "_en.properties");
        Properties chinese = read(bundle + "_zh.properties");

        assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(parameters(chinese.getProperty(key)))
                        .as(key)
                        .isEqualTo(parameters(english.getProperty(key))));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void chinese_is_chinese(String bundle) throws IOException {
        Properties english = read(bundle + "_en.properties");
        Properties chinese = read(bundle + "_zh.properties");
        Set<String> same = english.stringPropertyNames().stream()
                .filter(key -> chinese.getProperty(key).equals(english.getProperty(key)))
                .filter(key -> Arrays.stream(english.getProperty(key)
                                .replaceAll(PARAMETER.pattern(), "")
                                .split("\\W+", -1))
                        .anyMatch(word -> word.matches("[a-z]{2,}")))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(same).isEmpty();
    }

    /** Of two the last would count, and the first be read by nobody. */
    @Test
    void no_word_is_written_twice_in_a_file() throws IOException {
        Set<String> twice = new TreeSet<>();
        try (Stream<Path> files = Files.list(MESSAGES)) {
            for (Path file : files.toList()) {
                Set<String> seen = new HashSet<>();
                Files.readAllLines(file).stream()
                        .filter(line -> !line.startsWith("#") && line.contains("="))
                        .map(line -> line.substring(0, line.indexOf('=')))
                        .filter(key -> !seen.add(key))
                        .forEach(key -> twice.add(file.getFileName() + ": " + key));
            }
        }

        assertThat(twice).isEmpty();
    }

    private static Set<String> parameters(String text) {
        return PARAMETER.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static Properties read(String name) throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(MESSAGES.resolve(name))) {
            words.load(reader);
        }
        return words;
    }
}
