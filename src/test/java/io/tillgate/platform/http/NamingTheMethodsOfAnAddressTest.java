package io.tillgate.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamingTheMethodsOfAnAddressTest {
    private static final String DOCUMENT = "{\"paths\":{\"/api/v1/stores\":{\"get\":{},\"post\":{},\"parameters\":[]},"
            + "\"/api/v1/stores/{id}\":{\"get\":{},\"put\":{}},\"/.well-known/est/{tenant}/simpleenroll\":{\"post\":{}}}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/stores                         | GET, HEAD, OPTIONS, POST",
                "/api/v1/stores/                        | GET, HEAD, OPTIONS, POST",
                "/api/v1/stores/5                       | GET, HEAD, OPTIONS, PUT",
                "/.well-known/est/harbour/simpleenroll  | OPTIONS, POST",
                "/api/v1/stores/5/6                     | ''",
                "/elsewhere                             | ''"
            })
    void of_this_address_and_not_of_its_neighbours(String path, String methods) throws IOException {
        assertThat(AllowedMethods.of(DOCUMENT).at(path)).isEqualTo(methods);
    }
}
