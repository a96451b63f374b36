package io.tillgate.onboarding.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordNeighboursTest {
    private final WordNeighbours neighbours = new WordNeighbours(List.of("HARBOUR", "CARIBBEAN", "BANK", "MARKET"));

    @Test
    void one_letter_changed_missing_added_or_swapped_is_near() {
        for (String near : List.of("HARBOUR", "HARBOR", "HARBOURS", "HARBUOR", "BARBOUR", "HARBOUT")) {
            assertThat(neighbours.of(near)).as(near).containsExactly("HARBOUR");
        }
    }

    @Test
    void two_letters_or_a_short_word_is_not() {
        for (String far : List.of("HARBRS", "ABHRUOR", "BANC", "MRAKTE", "", "CARIBEANS")) {
            assertThat(neighbours.of(far)).as(far).isEmpty();
        }
    }
}
