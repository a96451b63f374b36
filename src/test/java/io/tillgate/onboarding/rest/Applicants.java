package io.tillgate.onboarding.rest;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.tillgate.stack.People;
import io.tillgate.stack.People.Person;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** People who apply, each of them new, and what they send. */
public final class Applicants {
    private static final String PASSWORD = "correct-horse-battery";
    private static final byte[] PDF = "%PDF-1.7\nextract of the register".getBytes(StandardCharsets.US_ASCII);

    private Applicants() {}

    public static Person newOwner(String slug) {
        return letIn(People.of(slug, "acquirer-admin"), "merchant-owner");
    }

    /** A manager of the owner's merchant. */
    public static Person newManager(Person owner) {
        return letIn(owner, "merchant-manager");
    }

    private static Person letIn(Person by, String role) {
        String username = role.substring("merchant-".length()) + "-"
                + UUID.randomUUID().toString().substring(0, 12);
        as(by).body(Map.of(
                        "role", role, "username", username, "email", username + "@example.com", "password", PASSWORD))
                .post("/api/v1/staff")
                .then()
                .statusCode(201);
        return new Person(by.realm(), role, username, PASSWORD);
    }

    public static RequestSpecification as(Person person) {
        return given().auth().oauth2(person.token()).contentType(ContentType.JSON);
    }

    /** Complete but for documents; names differ from test to test. */
    public static Map<String, Object> form(String name) {
        return Map.of(
                "business",
                        Map.of(
                                "legalName", name + " B.V.",
                                "tradingName", name,
                                "legalForm", "BV",
                                "country", "NL",
                                "registrationNumber", "33011433"),
                "owners",
                        List.of(Map.of("name", "王小明", "sharePercent", 100, "birthDate", "1985-02-28", "country", "CN")),
                "contact", Map.of("name", "Anna", "email", "anna@example.com", "language", "zh"),
                "bankAccount", Map.of("holder", name, "iban", "NL91 ABNA 0417 1643 00"),
                "trading",
                        Map.of(
                                "categoryCode", "5814",
                                "expectedMonthlyTurnover", Map.of("value", 2_000_000, "currency", "EUR"),
                                "averageTicket", Map.of("value", 850, "currency", "EUR")),
                "store",
                        Map.of(
                                "name", name + " Centrum",
                                "nameZh", "海港咖啡",
                                "line1", "Damrak 1",
                                "city", "Amsterdam",
                                "country", "NL",
                                "timeZone", "Europe/Amsterdam"));
    }

    /** The same of a Chinese business, with check digits that are right. */
    public static Map<String, Object> chineseForm(String name) {
        return Map.of(
                "business",
                        Map.of(
                                "legalName", name + "有限公司",
                                "tradingName", name,
                                "legalForm", "有限责任公司",
                                "country", "CN",
                                "registrationNumber", "91350100M000100Y43"),
                "owners",
                        List.of(Map.of("name", "王小明", "sharePercent", 100, "birthDate", "1985-02-28", "country", "CN")),
                "contact", Map.of("name", "王小明", "email", "wang@example.com", "language", "zh"),
                "bankAccount", Map.of("holder", name, "cnaps", "102100099996", "accountNumber", "6222021001116245702"),
                "trading",
                        Map.of(
                                "categoryCode", "5814",
                                "expectedMonthlyTurnover", Map.of("value", 2_000_000, "currency", "CNY"),
                                "averageTicket", Map.of("value", 850, "currency", "CNY")),
                "store",
                        Map.of(
                                "name", name,
                                "nameZh", "九州咖啡",
                                "line1", "五四路1号",
                                "city", "福州",
                                "country", "CN",
                                "timeZone", "Asia/Shanghai"));
    }

    public static String start(Person owner, Map<String, Object> form) {
        return as(owner)
                .body(form)
                .post("/api/v1/applications")
                .then()
                .statusCode(201)
                .extract()
                .path("application.id");
    }

    public static String submitted(Person owner, String name) {
        String id = start(owner, owner.realm().equals("jiuzhou") ? chineseForm(name) : form(name));
        upload(owner, id);
        as(owner).post("/api/v1/applications/" + id + "/submit").then().statusCode(200);
        return id;
    }

    public static String upload(Person owner, String id) {
        return given().auth()
                .oauth2(owner.token())
                .contentType("application/pdf")
                .queryParam("name", "register.pdf")
                .body(PDF)
                .post("/api/v1/applications/" + id + "/documents")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static void accept(Person owner, String id) {
        String version = as(owner).get("/api/v1/applications/" + id).path("agreement.version");
        as(owner)
                .body(Map.of("version", version))
                .post("/api/v1/applications/" + id + "/agreement")
                .then()
                .statusCode(200);
    }

    /** Applies, is approved, and waits until the owner's tokens carry the merchant; answers the merchant's id. */
    public static String becomeMerchant(Person owner, String name) {
        String id = submitted(owner, name);
        accept(owner, id);
        String merchant = as(People.of(owner.realm(), "underwriter"))
                .body(Map.of("decision", "approve"))
                .post("/api/v1/applications/" + id + "/review")
                .then()
                .statusCode(200)
                .extract()
                .path("application.merchantId");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> as(owner).get("/api/v1/merchants/" + merchant).statusCode() == 200);
        return merchant;
    }
}
