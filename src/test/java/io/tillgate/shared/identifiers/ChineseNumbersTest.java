package io.tillgate.shared.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChineseNumbersTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @Test
    void every_published_bank_code_is_accepted() throws IOException {
        for (String code : bankCodes()) {
            assertThat(CnapsCode.check(code).acceptable()).as(code).isTrue();
        }
    }

    @Test
    void every_single_wrong_digit_of_a_bank_code_is_found() throws IOException {
        for (String code : bankCodes()) {
            for (int i = 0; i < code.length(); i++) {
                for (char other = '0'; other <= '9'; other++) {
                    if (other != code.charAt(i)) {
                        String mutated = code.substring(0, i) + other + code.substring(i + 1);
                        assertThat(CnapsCode.check(mutated).acceptable())
                                .as(mutated)
                                .isFalse();
                    }
                }
            }
        }
    }

    @Test
    void every_valid_social_credit_code_is_accepted_and_every_invalid_one_refused() throws IOException {
        for (JsonNode entry : socialCreditCodes("valid")) {
            assertThat(UnifiedSocialCreditCode.check(entry.get("code").asText()).acceptable())
                    .as(entry.toString())
                    .isTrue();
        }
        for (JsonNode entry : socialCreditCodes("invalid")) {
            assertThat(UnifiedSocialCreditCode.check(entry.get("code").asText()).acceptable())
                    .as(entry.toString())
                    .isFalse();
        }
    }

    @Test
    void every_single_wrong_character_of_a_social_credit_code_is_found() throws IOException {
        for (JsonNode entry : socialCreditCodes("valid")) {
            String code = entry.get("code").asText();
            for (int i = 0; i < code.length(); i++) {
                for (int j = 0; j < ALPHABET.length(); j++) {
                    char other = ALPHABET.charAt(j);
                    if (other != code.charAt(i)) {
                        String mutated = code.substring(0, i) + other + code.substring(i + 1);
                        assertThat(UnifiedSocialCreditCode.check(mutated).acceptable())
                                .as(mutated)
                                .isFalse();
                    }
                }
            }
        }
    }

    @Test
    void letters_that_the_alphabet_leaves_out_and_other_lengths_are_refused() {
        for (String wrong : List.of(
                "", "9", "91350100M000100Y4 ", "91350100m000100y43", "9135010OM000100Y43", "９１350100M000100Y43")) {
            assertThat(UnifiedSocialCreditCode.check(wrong).acceptable())
                    .as(wrong)
                    .isFalse();
            assertThatThrownBy(() -> new UnifiedSocialCreditCode(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new CnapsCode("10210009999")).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> bankCodes() throws IOException {
        List<String> codes = new ArrayList<>();
        for (Path file : ReferenceFiles.of("banking-ids", ".csv")) {
            Files.readAllLines(file).stream()
                    .skip(1)
                    .map(line -> line.substring(0, 12))
                    .forEach(codes::add);
        }
        assertThat(codes).isNotEmpty();
        return codes;
    }

    private static List<JsonNode> socialCreditCodes(String field) throws IOException {
        List<JsonNode> found = new ArrayList<>();
        for (Path file : ReferenceFiles.of("banking-ids", "social-credit-codes.json")) {
            new ObjectMapper().readTree(file.toFile()).get(field).forEach(found::add);
        }
        assertThat(found).isNotEmpty();
        return found;
    }
}
