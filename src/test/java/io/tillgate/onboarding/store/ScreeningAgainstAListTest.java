package io.tillgate.onboarding.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.onboarding.domain.ListedParty.Kind;
import io.tillgate.onboarding.domain.SanctionsHit;
import io.tillgate.onboarding.domain.SanctionsList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Over the extract that comes with the service and, where it stands beside the repository, over the whole list. */
class ScreeningAgainstAListTest {
    private static final Set<Kind> ORGANISATIONS = EnumSet.of(Kind.ORGANISATION);

    static Stream<Edition> editions() throws IOException {
        Path whole = Path.of("../shared/reference/sanctions");
        Edition extract = new Edition(OfacFiles.extract(), resource("/reference/sanctions/sdn.csv"));
        return Files.isDirectory(whole)
                ? Stream.of(extract, new Edition(OfacFiles.read(whole), unzipped(whole.resolve("sdn.csv.gz"))))
                : Stream.of(extract);
    }

    @ParameterizedTest
    @MethodSource("editions")
    void every_organisation_is_found_after_case_accents_order_and_legal_form_change(Edition edition) {
        Random random = new Random(7);
        List<String> missed = new ArrayList<>();
        for (Listed listed : edition.rows("-0-")) {
            String mutated = mutate(listed.name(), random);
            if (!found(edition.list(), mutated, listed.reference(), ORGANISATIONS)) {
                missed.add(listed.name() + " -> " + mutated);
            }
        }

        assertThat(missed).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("editions")
    void a_person_is_found_by_first_name_first(Edition edition) {
        List<String> missed = new ArrayList<>();
        for (Listed listed : edition.rows("individual")) {
            String[] parts = listed.name().split(",", 2);
            String natural = (parts.length > 1 ? parts[1] + " " : "") + parts[0].toLowerCase(Locale.ROOT);
            if (!found(edition.list(), natural, listed.reference(), EnumSet.of(Kind.PERSON))) {
                missed.add(listed.name());
            }
        }

        assertThat(missed).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("editions")
    void ordinary_companies_are_not_found(Edition edition) throws IOException {
        List<String> falseAlarms = new ArrayList<>();
        for (String name : ordinaryCompanies()) {
            List<SanctionsHit> hits = edition.list().index().screen(name, ORGANISATIONS);
            if (!hits.isEmpty()) {
                falseAlarms.add(name + " -> " + hits);
            }
        }

        assertThat(falseAlarms).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("editions")
    void a_name_is_screened_within_5_ms(Edition edition) throws IOException {
        List<String> names = ordinaryCompanies();
        names.forEach(name -> edition.list().index().screen(name, EnumSet.allOf(Kind.class)));

        long start = System.nanoTime();
        names.forEach(name -> edition.list().index().screen(name, EnumSet.allOf(Kind.class)));
        long microsEach = (System.nanoTime() - start) / 1000 / names.size();

        assertThat(microsEach).isLessThan(5_000);
    }

    @Test
    void an_edition_says_which_it_is() throws IOException {
        SanctionsList extract = OfacFiles.extract();

        assertThat(extract.name()).contains("extract");
        assertThat(extract.digest()).hasSize(64);
        assertThat(extract.index().size()).isGreaterThan(500);
        assertThat(extract.index().screen("", ORGANISATIONS)).isEmpty();
    }

    private static boolean found(SanctionsList list, String name, String reference, Set<Kind> kinds) {
        List<SanctionsHit> hits = list.index().screen(name, kinds);
        return hits.size() == 20
                || hits.stream().anyMatch(hit -> hit.reference().equals(reference));
    }

    private static String mutate(String name, Random random) {
        String cased = random.nextBoolean() ? name.toLowerCase(Locale.ROOT) : name;
        String accented = Normalizer.normalize(cased.replaceFirst("(?i)e", "é"), Normalizer.Form.NFC);
        String reformed = accented.replaceAll("(?i)\\bLTD\\b\\.?", "Limited").replaceAll("(?i)\\bCO\\.", "Company");
        List<String> words = new ArrayList<>(List.of(reformed.split(" ", -1)));
        Collections.rotate(words, random.nextInt(words.size()));
        return String.join(" ", words) + (random.nextBoolean() ? " LLC" : "");
    }

    private static List<String> ordinaryCompanies() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/reference/sanctions/ordinary-companies.txt")).stream()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static String resource(String name) {
        try (var in = Objects.requireNonNull(ScreeningAgainstAListTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String unzipped(Path file) throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A list and the text it was read from. */
    record Edition(SanctionsList list, String csv) {
        List<Listed> rows(String kind) {
            return csv.lines()
                    .filter(line -> line.contains(","))
                    .map(line -> line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
                    .filter(cells -> cells[2].replace("\"", "").strip().equals(kind))
                    .map(cells -> new Listed(
                            cells[0], cells[1].replaceAll("^\"|\"$", "").replace("\"\"", "\"")))
                    .toList();
        }

        @Override
        public String toString() {
            return list.name();
        }
    }

    record Listed(String reference, String name) {}
}
