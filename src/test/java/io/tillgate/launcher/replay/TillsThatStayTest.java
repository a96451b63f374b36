package io.tillgate.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tillgate.simulator.till.Till.Down;
import java.util.List;
import org.junit.jupiter.api.Test;

class TillsThatStayTest {
    @Test
    void all_but_the_last_of_a_shop_stay_on_line() {
        assertThat(staying(till("a", "ACTIVE", "2.4.1"), till("b", "ACTIVE", "2.4.1"), till("c", "ACTIVE", "2.4.1")))
                .containsExactly("a", "b");
        assertThat(staying(till("a", "ACTIVE", "2.4.1"))).containsExactly("a");
    }

    @Test
    void nobody_elses_till_is_taken_and_none_that_is_blocked_or_revoked() {
        assertThat(staying(
                        till("mine", "ACTIVE", "my-own-till 1.0"),
                        till("blocked", "BLOCKED", "2.4.1"),
                        till("revoked", "REVOKED", "2.4.1"),
                        "{\"id\":\"new\",\"status\":\"CREATED\"}"))
                .isEmpty();
    }

    @Test
    void a_till_says_the_newest_versions_that_it_was_told_of() throws JsonProcessingException {
        String told =
                "{\"body\":{\"documents\":[{\"kind\":\"catalogue\",\"version\":%d},{\"kind\":\"prices\",\"version\":1}]}}";
        ObjectMapper json = new ObjectMapper();

        assertThat(LivingTill.holding(List.of(
                                new Down("ver", json.readTree(told.formatted(3))),
                                new Down("auth", json.readTree("{\"body\":{}}")),
                                new Down("ver", json.readTree(told.formatted(4)))))
                        .get("documents"))
                .isEqualTo(json.readTree("{\"catalogue\":4,\"prices\":1}"));
    }

    private static String till(String id, String status, String software) {
        return "{\"id\":\"%s\",\"status\":\"%s\",\"reported\":{\"software\":\"%s\"}}".formatted(id, status, software);
    }

    private static List<String> staying(String... tills) {
        try {
            JsonNode terminals = new ObjectMapper().readTree("[" + String.join(",", tills) + "]");
            return LivingTills.living(terminals).stream()
                    .map(till -> till.get("id").asText())
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
