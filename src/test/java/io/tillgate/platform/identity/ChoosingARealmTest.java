package io.tillgate.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChoosingARealmTest {

    @Test
    void a_token_names_its_issuer() {
        assertThat(BearerToken.issuer("Bearer " + token("{\"iss\":\"https://id.example/realms/harbour\"}")))
                .contains("https://id.example/realms/harbour");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{\"iss\":7}", "{\"iss\":null}", "{\"iss\":{\"a\":1}}", "not json"})
    void claims_without_an_issuer_choose_nobody(String claims) {
        assertThat(BearerToken.issuer("Bearer " + token(claims))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic YTpi", "Bearer a.b", "Bearer a.%%.c", "Bearer a.b.c.d"})
    void what_is_no_bearer_token_chooses_nobody(String header) {
        assertThat(BearerToken.issuer(header)).isEmpty();
    }

    @Test
    void a_huge_header_chooses_nobody() {
        assertThat(BearerToken.issuer("Bearer " + token("{\"iss\":\"" + "x".repeat(20_000) + "\"}")))
                .isEmpty();
        assertThat(BearerToken.issuer(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/portal/harbour, harbour", "/portal/harbour/, harbour", "/portal/harbour/tills/1, harbour"})
    void a_portal_path_names_its_tenant(String path, String slug) {
        assertThat(PortalPath.slug(path)).contains(slug);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/portal",
                "/portal/",
                "/portal/H",
                "/portals/harbour",
                "/api/portal/harbour",
                "/portal/a%2fb"
            })
    void other_paths_name_none(String path) {
        assertThat(PortalPath.slug(path)).isEmpty();
    }

    private static String token(String claims) {
        return "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".c2ln";
    }
}
