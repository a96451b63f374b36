package io.tillgate.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.stack.FilledShop;
import io.tillgate.stack.People.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the guides show is what the portal looks like: made by the tour of its pages, which is red when a page is gone. */
class ShowingThePortalInGuidesTest {
    private static final long BYTES_MAX = 150 * 1024;
    private static final int PICTURES_MAX = 20;

    /** Only names of pages are asked for here, never an address. */
    private static final FilledShop NOWHERE = new FilledShop(new Person("", "", "nobody", ""), new AnyId());

    @Test
    void each_picture_of_a_guide_is_one_that_the_tour_makes() {
        Set<String> made = Stream.of(
                        SeeingTheMerchantFaceIT.pages(NOWHERE),
                        SeeingTheDeskIT.pages(NOWHERE, "any"),
                        SeeingTheDeskIT.operatorPages())
                .flatMap(List::stream)
                .map(PageVisit::picture)
                .collect(Collectors.toSet());

        assertThat(GuidePictures.named()).isNotEmpty().isSubsetOf(made);
    }

    @Test
    void the_copies_in_the_guides_are_the_ones_named_and_small() throws IOException {
        List<Path> copies = GuidePictures.filesIn(GuidePictures.COMMITTED, ".png");

        assertThat(copies.stream()
                        .map(file -> file.getFileName().toString().replace(".png", ""))
                        .toList())
                .containsExactlyElementsOf(GuidePictures.named())
                .hasSizeLessThanOrEqualTo(PICTURES_MAX);
        for (Path copy : copies) {
            assertThat(Files.size(copy)).as(copy.toString()).isBetween(1L, BYTES_MAX);
        }
    }

    @Test
    void each_guide_shows_its_own_language() {
        for (Path guide : GuidePictures.guides()) {
            String language = guide.toString().endsWith(".zh.md") ? "-zh-" : "-en-";
            assertThat(GuidePictures.namedIn(guide)).as(guide.toString()).allMatch(name -> name.contains(language));
        }
    }

    private static final class AnyId extends AbstractMap<String, String> {
        @Override
        public Set<Map.Entry<String, String>> entrySet() {
            return Set.of();
        }

        @Override
        public String get(@Nullable Object kind) {
            return "any";
        }
    }
}
