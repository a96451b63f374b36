package io.tillgate.settlement.statement;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.TenantId;
import io.tillgate.stack.FilledShop;
import io.tillgate.stack.People;
import io.tillgate.stack.People.Person;
import io.tillgate.tenancy.LocalText;
import io.tillgate.tenancy.Tenant;
import io.tillgate.tenancy.TenantSettings;
import io.tillgate.tenancy.Tenants;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a sale at a till to the statement in its owner's hands, and in nobody else's. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // injected, and given before each test
class StatementOfAPayoutIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Tenants tenants;

    @Inject
    TenantTransaction transactions;

    private FilledShop shop;
    private Payout payout;

    private record Payout(UUID id, BigDecimal amount) {}

    @BeforeEach
    void a_payout() {
        shop = FilledShop.ofTheRun();
        UUID id = UUID.fromString(shop.id("payout"));
        TenantId tenant = tenants.bySlug(FilledShop.TENANT).orElseThrow().id();
        payout = transactions
                .sql(
                        Scope.tenant(tenant),
                        connection -> connection
                                .preparedQuery("select amount from payout where tenant_id = $1 and id = $2")
                                .execute(Tuple.of(tenant.value(), id)))
                .map(rows ->
                        new Payout(id, BigDecimal.valueOf(rows.iterator().next().getLong("amount"), 2)))
                .await()
                .atMost(PATIENCE);
    }

    @Test
    void its_lines_sum_to_the_payout_and_name_the_receipt() {
        Response answer = ask(shop.owner(), "?format=csv&lang=en");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("text/csv;charset=UTF-8");
        List<NamedCsvRecord> records = records(answer);
        BigDecimal sum = records.stream()
                .map(record -> record.getField("net"))
                .filter(net -> !net.isEmpty())
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualByComparingTo(payout.amount);
        String receipt = RestAssured.given()
                .auth()
                .oauth2(shop.owner().token())
                .get("/api/v1/sales/" + shop.id("sale"))
                .path("receiptNumber");
        assertThat(records).anySatisfy(record -> {
            assertThat(record.getField("kind")).isEqualTo("sale");
            assertThat(record.getField("receipt")).isEqualTo(receipt);
            assertThat(record.getField("lastFour")).isEqualTo(shop.id("lastFour"));
            assertThat(record.getField("till")).isEqualTo(shop.id("terminalNumber"));
        });
    }

    @Test
    void asked_twice_it_is_the_same_to_the_byte() throws Exception {
        Response first = ask(shop.owner(), "?lang=zh");
        Response second = ask(shop.owner(), "?lang=zh");

        assertThat(first.contentType()).isEqualTo("application/pdf");
        assertThat(Arrays.equals(first.asByteArray(), second.asByteArray())).isTrue();
        try (var document = Loader.loadPDF(first.asByteArray())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("付款结算单", shop.id("merchantNumber"), "EUR " + payout.amount);
        }
    }

    @Test
    void after_a_rename_of_shop_store_and_tenant_it_is_the_same_to_the_byte() {
        Tenant harbour = tenants.bySlug(FilledShop.TENANT).orElseThrow();
        List<Tenant> all = tenants.all();
        List<byte[]> before = statements();

        try {
            names(harbour, "legal_name || ' Renamed'", "trading_name || ' Renamed'", "name_en || ' Renamed'");
            tenants.replaceAll(all.stream()
                    .map(each -> each.equals(harbour) ? rebranded(each) : each)
                    .toList());

            List<byte[]> after = statements();
            for (int i = 0; i < before.size(); i++) {
                assertThat(Arrays.equals(after.get(i), before.get(i)))
                        .as("statement " + i)
                        .isTrue();
            }
        } finally {
            names(
                    harbour,
                    "replace(legal_name, ' Renamed', '')",
                    "replace(trading_name, ' Renamed', '')",
                    "replace(name_en, ' Renamed', '')");
            tenants.replaceAll(all);
        }
    }

    private List<byte[]> statements() {
        return List.of(
                ask(shop.owner(), "?lang=en").asByteArray(),
                ask(shop.owner(), "?lang=zh").asByteArray(),
                ask(shop.owner(), "?format=csv&lang=en").asByteArray(),
                askMonth(shop.owner(), "?lang=en").asByteArray());
    }

    private void names(Tenant tenant, String legal, String trading, String store) {
        transactions
                .sql(
                        Scope.tenant(tenant.id()),
                        connection -> connection
                                .preparedQuery("update merchant set legal_name = " + legal + ", trading_name = "
                                        + trading + " where tenant_id = $1 and id = $2")
                                .execute(Tuple.of(tenant.id().value(), UUID.fromString(shop.id("merchant"))))
                                .chain(() -> connection
                                        .preparedQuery("update store set name_en = " + store
                                                + " where tenant_id = $1 and id = $2")
                                        .execute(Tuple.of(tenant.id().value(), UUID.fromString(shop.id("store"))))))
                .await()
                .atMost(PATIENCE);
    }

    private static Tenant rebranded(Tenant tenant) {
        TenantSettings now = tenant.settings();
        TenantSettings other = new TenantSettings(
                now.id(),
                now.slug(),
                new LocalText("Another Name", "另一名称"),
                now.locale(),
                now.currency(),
                now.businessDay(),
                new TenantSettings.Brand("#7a1f1f", "Another"),
                now.acquirer(),
                now.pricing(),
                now.risk(),
                now.cardHosts(),
                now.limits(),
                now.agreements(),
                now.retention(),
                now.keys(),
                now.payout(),
                now.onboarding());
        return new Tenant(
                tenant.id(), tenant.slug(), tenant.realm(), tenant.issuer(), tenant.status(), other, tenant.hash());
    }

    @Test
    void an_auditor_can_check_the_signed_head_on_it_alone() throws Exception {
        NamedCsvRecord proof = records(ask(shop.owner(), "?format=csv")).getLast();
        Map<String, String> facts = Arrays.stream(proof.getField("text").split(" ", -1))
                .map(fact -> fact.split("=", 2))
                .collect(Collectors.toMap(fact -> fact[0], fact -> fact[1]));

        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(HexFormat.of().parseHex(facts.get("publicKey")))));
        String head = "tillgate-journal-head-1\n" + facts.get("tenant") + "\n" + facts.get("number") + "\n"
                + facts.get("hash") + "\n";
        signature.update(head.getBytes(StandardCharsets.UTF_8));

        assertThat(signature.verify(HexFormat.of().parseHex(facts.get("signature"))))
                .isTrue();
        assertThat(Long.parseLong(facts.get("number"))).isGreaterThanOrEqualTo(Long.parseLong(facts.get("through")));
    }

    @Test
    void staff_of_the_tenant_get_it_and_strangers_see_nothing() {
        assertThat(ask(People.of(FilledShop.TENANT, "finance"), "").statusCode())
                .isEqualTo(200);
        assertThat(ask(People.of(FilledShop.TENANT, "support"), "").statusCode())
                .isEqualTo(200);
        assertThat(ask(People.of(FilledShop.TENANT, "merchant-owner"), "").statusCode())
                .as("another merchant of the tenant")
                .isEqualTo(404);
        assertThat(ask(People.of("jiuzhou", "finance"), "").statusCode()).isEqualTo(404);
        assertThat(ask(People.of(FilledShop.TENANT, "underwriter"), "").statusCode())
                .isEqualTo(403);
    }

    @Test
    void the_form_follows_what_is_accepted_and_a_foreign_one_is_refused() {
        assertThat(asks(shop.owner(), "", "text/csv").contentType()).startsWith("text/csv");
        assertThat(asks(shop.owner(), "", "application/pdf").contentType()).isEqualTo("application/pdf");
        assertThat(asks(shop.owner(), "", "*/*").contentType()).isEqualTo("application/pdf");
        assertThat(asks(shop.owner(), "", "image/png").statusCode()).isEqualTo(406);
        assertThat(asks(shop.owner(), "?format=doc", "*/*").statusCode()).isEqualTo(400);
    }

    @Test
    void its_month_has_its_run_and_strangers_see_nothing() throws Exception {
        Response csv = askMonth(shop.owner(), "?format=csv");
        assertThat(csv.statusCode()).as(csv::asString).isEqualTo(200);
        assertThat(records(csv))
                .anySatisfy(run ->
                        assertThat(new BigDecimal(run.getField("payout"))).isEqualByComparingTo(payout.amount));
        try (var document = Loader.loadPDF(askMonth(shop.owner(), "?lang=zh").asByteArray())) {
            assertThat(new PDFTextStripper().getText(document)).contains("月结单", shop.id("merchantNumber"));
        }
        assertThat(askMonth(People.of(FilledShop.TENANT, "merchant-owner"), "").statusCode())
                .isEqualTo(404);
        assertThat(askMonth(People.of("jiuzhou", "finance"), "").statusCode()).isEqualTo(404);
    }

    private Response askMonth(Person person, String query) {
        LocalDate day = tenants.businessDate(
                tenants.bySlug(FilledShop.TENANT).orElseThrow().id(), Instant.now());
        return RestAssured.given()
                .auth()
                .oauth2(person.token())
                .get("/api/v1/merchant-accounts/" + shop.id("account") + "/statements/" + YearMonth.from(day) + query);
    }

    private Response ask(Person person, String query) {
        return asks(person, query, "*/*");
    }

    private Response asks(Person person, String query, String accepted) {
        return RestAssured.given()
                .auth()
                .oauth2(person.token())
                .accept(accepted)
                .get("/api/v1/payouts/" + payout.id + "/statement" + query);
    }

    private static List<NamedCsvRecord> records(Response answer) {
        String text = new String(answer.asByteArray(), StandardCharsets.UTF_8);
        return CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
    }
}
