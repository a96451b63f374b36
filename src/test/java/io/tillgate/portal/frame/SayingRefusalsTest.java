package io.tillgate.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.ProblemCode.Category;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.Refusal.Violation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SayingRefusalsTest {
    private final ProblemWords words = new ProblemWords();

    @Test
    void both_languages_have_words_for_the_same_things() {
        assertThat(words.words(Language.CHINESE).stringPropertyNames())
                .isEqualTo(words.words(Locale.ENGLISH).stringPropertyNames());
    }

    @Test
    void every_category_has_words_so_that_no_refusal_is_without() {
        assertThat(Arrays.stream(Category.values()).map(category -> "category." + category.name()))
                .allMatch(key -> words.words(Locale.ENGLISH).containsKey(key));
    }

    @Test
    void a_mistake_stands_beside_its_field_and_any_part_of_it() {
        Refusal refusal = new Refusal(
                CommonProblem.VALIDATION,
                "the product has mistakes",
                List.of(
                        new Violation("/taxRate", "TAX_RATE", "between 0 and 1"),
                        new Violation("/barcodes/2", "NEVER_HEARD_OF", "wrong")));

        Mistakes mistakes = words.mistakes(refusal, Locale.ENGLISH);

        assertThat(mistakes.any()).isTrue();
        assertThat(mistakes.at("taxRate")).isEqualTo("Write a rate, such as 21; in a file 0.21.");
        assertThat(mistakes.at("barcodes")).isEqualTo("Please look at this once more.");
        assertThat(mistakes.at("sku")).isEmpty();
    }
}
