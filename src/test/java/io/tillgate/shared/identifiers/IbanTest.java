package io.tillgate.shared.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tillgate.shared.identifiers.IdentifierCheck.Proven;
import io.tillgate.shared.identifiers.IdentifierCheck.Unproven;
import io.tillgate.shared.identifiers.IdentifierCheck.Wrong;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.iban4j.Iban4jException;
import org.iban4j.IbanUtil;
import org.junit.jupiter.api.Test;

class IbanTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void every_example_of_the_registry_is_accepted_and_unofficial_ones_are_marked() throws IOException {
        for (JsonNode entry : nodes("entries")) {
            IdentifierCheck check = Iban.check(entry.get("example").asText());

            assertThat(check)
                    .as(entry.toString())
                    .isInstanceOf(entry.get("in_swift_registry").asBoolean() ? Proven.class : Unproven.class);
        }
    }

    @Test
    void every_invalid_example_is_refused() throws IOException {
        for (JsonNode entry : nodes("invalid_examples")) {
            assertThat(Iban.check(entry.get("iban").asText()))
                    .as(entry.toString())
                    .isInstanceOf(Wrong.class);
        }
    }

    @Test
    void every_single_wrong_digit_is_found() throws IOException {
        for (JsonNode entry : nodes("entries")) {
            String iban = entry.get("example").asText();
            for (int i = 2; i < iban.length(); i++) {
                char other = iban.charAt(i) == '7' ? '8' : '7';
                String mutated = iban.substring(0, i) + other + iban.substring(i + 1);

                assertThat(Iban.check(mutated).acceptable()).as(mutated).isFalse();
            }
        }
    }

    @Test
    void no_iban_that_a_second_library_accepts_is_refused() throws IOException {
        int agreed = 0;
        for (JsonNode entry : nodes("entries")) {
            String iban = entry.get("example").asText();
            if (acceptedByIban4j(iban)) {
                agreed++;
                assertThat(Iban.check(iban).acceptable()).as(iban).isTrue();
            }
        }

        assertThat(agreed).isGreaterThan(60);
    }

    @Test
    void spaces_and_small_letters_are_taken_and_printing_is_masked() {
        Iban iban = Iban.parse(" de89 3704 0044 0532 0130 00 ");

        assertThat(iban.value()).isEqualTo("DE89370400440532013000");
        assertThat(iban.country()).isEqualTo("DE");
        assertThat(iban).hasToString("DE89…3000");
    }

    @Test
    void check_digits_that_are_never_issued_are_refused() {
        String zeroRemainder = "GB00WEST12345698765432";
        List<String> accepted = new ArrayList<>();
        for (String digits : List.of("00", "01", "99")) {
            String iban = "GB" + digits + zeroRemainder.substring(4);
            if (Iban.check(iban).acceptable()) {
                accepted.add(iban);
            }
        }

        assertThat(accepted).isEmpty();
    }

    @Test
    void a_wrong_one_cannot_be_built() {
        assertThatThrownBy(() -> new Iban("GB82WEST12345698765431"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("98765431");
        assertThatThrownBy(() -> new Iban("gb82west12345698765432")).isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean acceptedByIban4j(String iban) {
        try {
            IbanUtil.validate(iban);
            return true;
        } catch (Iban4jException e) {
            return false;
        }
    }

    private static List<JsonNode> nodes(String field) throws IOException {
        List<JsonNode> found = new ArrayList<>();
        for (Path file : ReferenceFiles.of("banking-ids", "iban-registry.json")) {
            JSON.readTree(file.toFile()).get(field).forEach(found::add);
        }
        assertThat(found).isNotEmpty();
        return found;
    }
}
