package io.tillgate.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.tillgate.stack.People;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each route answers on its own listener, and 404 on the other, as if it were not there. */
@QuarkusTest
class EveryRouteOnItsListenerIT {
    /** What stands for every page that is not there. */
    private static final String NO_PAGE = "{rest}";

    private static final String OF_TERMINALS = "/.well-known/est/";
    /** On both: a bank's token may be bound to a certificate. */
    private static final String OF_BANKS = " /bank/";

    private static final List<String> OF_THE_FRAMEWORK = List.of(
            "GET /q/health",
            "GET /q/health/live",
            "GET /q/health/ready",
            "GET /q/health/started",
            "GET /q/info",
            "GET /q/metrics",
            "GET /q/openapi",
            "GET /portal/harbour",
            "GET /portal/harbour/",
            "GET /",
            "GET /.well-known/",
            "GET //q/metrics",
            "GET /.well-known/est/../../q/metrics");

    @BeforeEach
    void tenants_are_applied() {
        People.awaitTenants();
    }

    @Test
    void what_is_for_people_is_not_on_the_device_listener() {
        List<String> found = new ArrayList<>();

        Stream.concat(routes(false).filter(route -> !route.contains(OF_BANKS)), OF_THE_FRAMEWORK.stream())
                .forEach(route -> {
                    int status = send(onDeviceListener(), route);
                    if (status != 404) {
                        found.add(route + " " + status);
                    }
                });

        assertThat(found).isEmpty();
    }

    @Test
    void what_is_for_terminals_is_not_on_the_web_listener() {
        assertThat(routes(true))
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(route ->
                        assertThat(send(onWebListener(), route)).as(route).isEqualTo(404));
    }

    @Test
    void each_answers_on_its_own() {
        List<String> found = new ArrayList<>();

        Stream.concat(routes(true), routes(false).filter(route -> route.contains(OF_BANKS)))
                .forEach(route -> {
                    if (send(onDeviceListener(), route) == 404) {
                        found.add(route);
                    }
                });
        routes(false).forEach(route -> {
            if (send(onWebListener(), route) == 404) {
                found.add(route);
            }
        });

        assertThat(found).isEmpty();
    }

    private static Stream<String> routes(boolean ofTerminals) {
        return Stream.concat(CodeRoutes.ofTheApi().stream(), CodeRoutes.ofThePortal().stream())
                .filter(route -> route.contains(OF_TERMINALS) == ofTerminals && !route.endsWith(NO_PAGE))
                .map(route -> route.replaceAll("\\{(slug|tenant)}", "harbour")
                        .replace("{tag}", "zh")
                        .replace("{kind}", "promotions")
                        .replace("{format}", "pdf")
                        .replace("{part}", "price")
                        .replace("{act}", "block")
                        .replaceAll("\\{[A-Za-z]+}", "00000000-0000-7000-8000-000000000001"));
    }

    private static int send(RequestSpecification request, String route) {
        int space = route.indexOf(' ');
        if (!route.startsWith("GET ")) {
            request.contentType(route.contains("simple") ? "application/pkcs10" : ContentType.JSON.toString())
                    .body("{}".getBytes(StandardCharsets.US_ASCII));
        }
        return request.urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .request(route.substring(0, space), route.substring(space + 1))
                .statusCode();
    }

    private static RequestSpecification onWebListener() {
        return RestAssured.given();
    }

    private static RequestSpecification onDeviceListener() {
        return RestAssured.given()
                .relaxedHTTPSValidation()
                .baseUri("https://localhost")
                .port(Integer.parseInt(System.getProperty("tillgate.device.port")));
    }
}
