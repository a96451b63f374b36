package io.tillgate.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.shared.Refusal.Violation;
import org.junit.jupiter.api.Test;

class NamingAnArticleTest {
    @Test
    void no_article_number_is_one_that_is_missing() {
        assertThat(product(" ").violations()).extracting(Violation::code).containsExactly("REQUIRED");
    }

    @Test
    void an_article_number_with_what_cannot_stand_in_one_is_told_so() {
        assertThat(product("a\"b").violations()).extracting(Violation::code).containsExactly("SKU");
        assertThat(product("茶-1").violations()).isEmpty();
    }

    private static SaveProduct product(String sku) {
        return new SaveProduct(sku, new ProductNames("Tea", null), "piece", "0.21", null, true, null);
    }
}
