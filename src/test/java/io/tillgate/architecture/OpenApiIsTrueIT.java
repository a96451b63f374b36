package io.tillgate.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.tillgate.architecture.ApiDocument.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The API document says what the code does, all of it and nothing else, and the stored copy is that document. */
@QuarkusTest
class OpenApiIsTrueIT {
    private static final Path STORED =
            Path.of(System.getProperty("tillgate.basedir", ""), "src", "docs", "reference", "openapi.yaml");

    private ApiDocument document = new ApiDocument(MissingNode.getInstance());

    @BeforeEach
    void read_the_document() {
        // not earlier: the service's port is known from here on
        document = ApiDocument.ofTheService();
    }

    @Test
    void every_route_in_the_code_is_documented_and_the_reverse() {
        Set<String> documented = new TreeSet<>(
                document.operations().stream().map(Operation::name).toList());

        assertThat(documented).isEqualTo(CodeRoutes.ofTheApi()).hasSizeGreaterThan(80);
    }

    @Test
    void every_operation_has_a_summary_of_its_own_words() {
        assertThat(document.operations())
                .allSatisfy(operation -> assertThat(
                                operation.description().path("summary").asText())
                        .as(operation.name())
                        .hasSizeBetween(5, 120));
    }

    @Test
    void no_two_operations_share_an_id() {
        List<String> ids = document.operations().stream()
                .map(operation -> operation.description().path("operationId").asText())
                .toList();

        assertThat(ids).doesNotContain("").doesNotHaveDuplicates();
    }

    @Test
    void every_operation_that_needs_a_sign_in_says_so_and_how_it_refuses() {
        JsonNode bearer = document.json().at("/components/securitySchemes/bearer");
        assertThat(List.of(
                        bearer.path("type").asText(),
                        bearer.path("scheme").asText(),
                        bearer.path("bearerFormat").asText()))
                .containsExactly("http", "bearer", "JWT");
        assertThat(document.operations().stream()
                        .filter(operation -> operation.path().startsWith("/api/")))
                .allSatisfy(operation -> {
                    JsonNode description = operation.description();
                    assertThat(description.path("security").isEmpty())
                            .as(operation.name())
                            .isFalse();
                    for (String status : List.of("400", "401", "403", "404", "default")) {
                        assertThat(description
                                        .path("responses")
                                        .path(status)
                                        .path("$ref")
                                        .asText())
                                .as(operation.name() + " " + status)
                                .startsWith("#/components/responses/Refused");
                    }
                });
        assertThat(document.json()
                        .at("/components/responses/Refused404/content")
                        .fieldNames())
                .toIterable()
                .containsExactly("application/problem+json");
    }

    @Test
    void ids_and_money_are_shown_as_they_are_sent() {
        JsonNode schemas = document.json().at("/components/schemas");

        assertThat(schemas.at("/MerchantId/format").asText()).isEqualTo("uuid");
        assertThat(schemas.at("/Money/properties").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("value", "currency");
        assertThat(schemas.fieldNames())
                .toIterable()
                .doesNotContain("TemplateInstance", "Buffer", "Currency")
                .allSatisfy(name -> assertThat(name).matches("[A-Z][A-Za-z]{1,29}[0-9]?"));
    }

    /** {@code -Dtillgate.openapi.write=true} beside {@code -Dit.test=OpenApiIsTrueIT} writes the stored copy anew. */
    @Test
    void the_stored_copy_is_the_present_document() throws IOException {
        String present = RestAssured.get("/q/openapi?format=yaml").asString();

        if (Boolean.getBoolean("tillgate.openapi.write")) {
            Files.writeString(STORED, present);
        }

        assertThat(present)
                .as("write it anew with ./tillgate verify -Dit.test=OpenApiIsTrueIT -Dtillgate.openapi.write=true")
                .isEqualTo(Files.readString(STORED));
    }
}
