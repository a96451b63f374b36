package io.tillgate.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.launcher.replay.Retail.Basket;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The extract holds what its README says of it. */
class ReadingTheRetailExtractTest {
    private static final Retail RETAIL = Retail.load();

    @Test
    void it_has_the_counts_and_the_sum_that_its_readme_states() {
        assertThat(RETAIL.articles().size()).isEqualTo(134);
        assertThat(RETAIL.baskets().size()).isEqualTo(456);
        assertThat(RETAIL.baskets().stream().mapToLong(Basket::total).sum()).isEqualTo(2_793_724);
        assertThat(RETAIL.baskets().stream().map(Basket::day).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
    }

    @Test
    void every_article_has_a_price_and_a_name_in_both_languages() {
        assertThat(RETAIL.articles().values()).allSatisfy(article -> {
            assertThat(article.code()).matches("[0-9]{5}[A-Z]?");
            assertThat(article.aisle()).isIn("home", "paper", "kitchen");
            assertThat(article.price()).isBetween(20L, 3_000L);
            assertThat(article.en()).matches("[ -~]{3,40}");
            assertThat(article.zh()).matches(".*\\p{IsHan}.*");
        });
    }

    @Test
    void every_basket_is_one_that_somebody_carries_out_of_one_shop() {
        assertThat(RETAIL.baskets()).allSatisfy(basket -> {
            assertThat(basket.invoice()).matches("[0-9]{6}");
            assertThat(basket.lines()).hasSizeBetween(1, 8);
            assertThat(basket.lines()).allSatisfy(line -> {
                assertThat(line.quantity()).isBetween(1, 12);
                assertThat(line.article().aisle()).isEqualTo(basket.aisle());
            });
            assertThat(basket.lines().stream().map(Retail.Line::article).distinct())
                    .hasSameSizeAs(basket.lines());
        });
        assertThat(RETAIL.baskets().stream().map(Basket::invoice)).doesNotHaveDuplicates();
    }
}
