package io.tillgate.portal;

import static io.tillgate.onboarding.rest.Applicants.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tillgate.onboarding.rest.Applicants;
import io.tillgate.stack.People;
import io.tillgate.stack.People.Person;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A business applies in a browser, from the first field to the shop, with what goes wrong on the way. */
@QuarkusTest
class ApplyingIT {
    private static final byte[] PDF = "%PDF-1.7\nextract of the register".getBytes(StandardCharsets.US_ASCII);

    @TestHTTPResource("/")
    @Nullable
    URI root;

    private @Nullable PortalBrowser opened;

    @BeforeEach
    void open_a_browser() {
        People.awaitTenants();
        opened = new PortalBrowser(Objects.requireNonNull(root));
    }

    @AfterEach
    void close_the_browser() {
        browser().close();
    }

    @Test
    void with_a_chinese_name_in_every_field_from_the_first_page_to_the_shop() {
        Person owner = Applicants.newOwner("jiuzhou");
        try (BrowserContext context = browser().context("zh-CN", 1280, ColorScheme.LIGHT)) {
            Page page = begin(context, owner);
            fill(
                    page,
                    Map.of(
                            "business.legalName", "福州九州咖啡有限公司",
                            "business.tradingName", "九州咖啡",
                            "business.legalForm", "有限责任公司",
                            "business.registrationNumber", "91350100M000100Y43"));
            page.selectOption("[name='business.country']", "CN");
            next(page, "owners");
            fill(
                    page,
                    Map.of("owners.0.name", "王小明", "owners.0.sharePercent", "60", "owners.0.birthDate", "1985-02-28"));
            page.click("button[name=more]");
            fill(
                    page,
                    Map.of("owners.1.name", "欧阳修远", "owners.1.sharePercent", "40", "owners.1.birthDate", "1990-07-01"));
            next(page, "contact");
            fill(page, Map.of("contact.name", "王小明", "contact.email", "wang@example.com"));
            next(page, "bank");
            fill(
                    page,
                    Map.of(
                            "bankAccount.holder", "福州九州咖啡有限公司",
                            "bankAccount.cnaps", "102100099996",
                            "bankAccount.accountNumber", "6222 0210 0111 6245 702"));
            next(page, "trading");
            page.fill("[name=find]", "快餐");
            page.check("input[value='5814']");
            fill(page, Map.of("trading.expectedMonthlyTurnover", "20000", "trading.averageTicket", "32.50"));
            next(page, "store");
            fill(page, Map.of("store.nameZh", "五四路店", "store.line1", "五四路1号", "store.city", "福州"));
            next(page, "documents");
            page.setInputFiles("[name=file]", new FilePayload("营业执照.pdf", "application/pdf", PDF));
            page.click("form[enctype] button[type=submit]");
            assertThat(page.locator(".apply-papers").innerText()).contains("营业执照.pdf");
            page.click("text=下一步：核对");
            assertThat(page.locator("main").innerText())
                    .contains("福州九州咖啡有限公司", "欧阳修远", "快餐 · 5814", "¥20,000.00", "五四路店")
                    .doesNotContain("还有未完成的部分");
            assertThat(page.locator(".agreement").innerText())
                    .contains("福州九州咖啡有限公司", "91350100M000100Y43", "适用法律", "卡种 debit：0.50 %");
            page.check("[name=agreement]");
            page.click("main form button.primary");
            assertThat(page.locator("h2").first().innerText()).isEqualTo("您的申请正在审核");

            approve("jiuzhou", own(owner));

            page.reload();
            assertThat(page.locator("main").innerText()).contains("您的商户已开通");
            await().atMost(Duration.ofSeconds(20)).until(() -> isMerchant(owner));
        }
        try (BrowserContext context = browser().context("zh-CN", 390, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            browser().signIn(page, "jiuzhou", owner);
            assertThat(page.locator("h1").innerText()).isEqualTo("今日");
        }
    }

    @Test
    void a_page_that_was_left_is_found_again_and_what_cannot_be_right_is_said_at_its_field() {
        Person owner = Applicants.newOwner("harbour");
        try (BrowserContext context = browser().context("en-GB", 1280, ColorScheme.LIGHT)) {
            Page page = begin(context, owner);
            fill(page, Map.of("business.legalName", "Quay Coffee B.V.", "business.registrationNumber", "33011433"));
            page.click("main form button.primary");
            page.navigate(at("harbour", "/application/bank"));
            fill(page, Map.of("bankAccount.holder", "Quay Coffee", "bankAccount.iban", "NL91 ABNA 0417 1643 01"));
            page.click("main form button.primary");

            assertThat(page.url()).endsWith("/application/bank");
            assertThat(page.locator(".field-error").innerText()).contains("check digits do not agree");
        }
        try (BrowserContext elsewhere = browser().context("en-GB", 390, ColorScheme.DARK)) {
            Page page = elsewhere.newPage();
            browser().signIn(page, "harbour", owner);
            assertThat(page.locator("main").innerText()).contains("1 to complete or correct");
            page.navigate(at("harbour", "/application/business"));
            assertThat(page.inputValue("[name='business.legalName']")).isEqualTo("Quay Coffee B.V.");
        }
    }

    @Test
    void shares_above_the_whole_and_numbers_that_are_none_are_refused_and_kept_on_the_page() {
        Person owner = Applicants.newOwner("harbour");
        try (BrowserContext context = browser().context("en-GB", 1280, ColorScheme.LIGHT)) {
            Page page = begin(context, owner);
            page.navigate(at("harbour", "/application/owners"));
            fill(page, Map.of("owners.0.name", "Anna", "owners.0.sharePercent", "half"));
            page.click("main form button.primary");
            assertThat(page.locator(".field-error").last().innerText()).contains("Write a number");
            assertThat(page.inputValue("[name='owners.0.sharePercent']")).isEqualTo("half");

            fill(page, Map.of("owners.0.sharePercent", "80", "owners.0.birthDate", "1980-01-01"));
            page.click("button[name=more]");
            fill(
                    page,
                    Map.of("owners.1.name", "Ben", "owners.1.sharePercent", "30", "owners.1.birthDate", "1981-01-01"));
            page.click("main form button.primary");

            assertThat(page.locator("main").innerText()).contains("add up to more than 100 percent");
        }
    }

    @Test
    void a_document_that_is_not_what_it_says_is_refused_in_clear_words() {
        Person owner = Applicants.newOwner("harbour");
        try (BrowserContext context = browser().context("en-GB", 1280, ColorScheme.LIGHT)) {
            Page page = begin(context, owner);
            page.navigate(at("harbour", "/application/documents"));
            page.setInputFiles(
                    "[name=file]",
                    new FilePayload("licence.pdf", "application/pdf", "GIF89a".getBytes(StandardCharsets.US_ASCII)));
            page.click("form[enctype] button[type=submit]");

            page.locator("[role=alert]:visible", new Page.LocatorOptions().setHasText("not what its name says"))
                    .waitFor();
            assertThat(page.locator(".apply-papers").count()).isZero();
        }
    }

    @Test
    void questions_of_the_reviewer_stand_at_their_pages_and_a_refusal_says_why() {
        Person owner = Applicants.newOwner("harbour");
        String id = Applicants.submitted(owner, "Asked");
        review(
                "harbour",
                id,
                Map.of(
                        "decision",
                        "request-information",
                        "items",
                        List.of(Map.of(
                                "path",
                                "/business/website",
                                "code",
                                "UNCLEAR",
                                "message",
                                "Which of the two shops is it?"))));
        try (BrowserContext context = browser().context("en-GB", 1280, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            browser().signIn(page, "harbour", owner);
            assertThat(page.locator(".apply-asked").innerText()).contains("Which of the two shops is it?");
            page.click(".apply-asked a");
            assertThat(page.url()).endsWith("/application/business");
            page.fill("[name='business.website']", "https://asked.example");
            page.click("main form button.primary");
            page.navigate(at("harbour", "/application/check"));
            page.click("main form button.primary");
            assertThat(page.locator("h2").first().innerText()).contains("looking at your application");

            review("harbour", id, Map.of("decision", "refuse", "reasons", List.of("NOT_AS_REGISTERED", "ON_A_LIST")));

            page.reload();
            assertThat(page.locator("main").innerText())
                    .contains("differ from those in the public register")
                    .doesNotContain("ON_A_LIST");
        }
    }

    @Test
    void what_belongs_to_somebody_elses_application_does_not_exist() {
        Person other = Applicants.newOwner("harbour");
        String id = Applicants.start(other, Applicants.form("Other"));
        String document = Applicants.upload(other, id);
        Person owner = Applicants.newOwner("harbour");
        try (BrowserContext context = browser().context("en-GB", 1280, ColorScheme.LIGHT)) {
            Page page = begin(context, owner);

            APIResponse answer = page.request().get(at("harbour", "/application/documents/" + document));

            assertThat(answer.status()).isEqualTo(404);
            assertThat(page.request().get(at("harbour", "/application/nothing")).status())
                    .isEqualTo(404);
            assertThat(page.request().get(at("harbour", "/stores")).status()).isEqualTo(404);
        }
    }

    @Test
    void a_text_that_changed_while_it_was_read_has_to_be_read_again() {
        Person owner = Applicants.newOwner("harbour");
        String id = Applicants.start(owner, Applicants.form("Old Name"));
        Applicants.upload(owner, id);
        try (BrowserContext context = browser().context("en-GB", 1280, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            browser().signIn(page, "harbour", owner);
            page.navigate(at("harbour", "/application/check"));
            Applicants.as(owner)
                    .header(
                            "If-Match",
                            Applicants.as(owner)
                                    .get("/api/v1/applications/" + id)
                                    .header("ETag"))
                    .body(Applicants.form("New Name"))
                    .put("/api/v1/applications/" + id)
                    .then()
                    .statusCode(200);

            page.check("[name=agreement]");
            page.click("main form button.primary");

            assertThat(page.locator("[data-mistakes]").innerText()).contains("read it again");
            assertThat(page.locator(".agreement").innerText()).contains("New Name B.V.");
            page.check("[name=agreement]");
            page.click("main form button.primary");
            assertThat(page.locator("h2").first().innerText()).isEqualTo("We are looking at your application");
        }
    }

    @Test
    void every_page_of_an_application_is_whole_in_both_languages() {
        Person fresh = Applicants.newOwner("harbour");
        Person filling = Applicants.newOwner("harbour");
        Applicants.upload(filling, Applicants.start(filling, Applicants.form("Filling")));
        Person waiting = Applicants.newOwner("jiuzhou");
        Applicants.submitted(waiting, "九州茶馆");
        Person agreeing = Applicants.newOwner("harbour");
        review("harbour", Applicants.submitted(agreeing, "Agreeing"), Map.of("decision", "approve"));
        Person refused = Applicants.newOwner("harbour");
        review(
                "harbour",
                Applicants.submitted(refused, "Refused"),
                Map.of("decision", "refuse", "reasons", List.of("DOCUMENTS_INSUFFICIENT")));

        assertThat(faults(fresh, PageVisit.atTheDesk("merchant", "apply-start", "")))
                .isEmpty();
        assertThat(faults(filling, PageVisit.everywhere("merchant", "apply-overview", "application")))
                .isEmpty();
        for (String step : List.of("business", "owners", "contact", "bank", "trading", "store", "documents", "check")) {
            assertThat(faults(filling, PageVisit.atTheDesk("merchant", "apply-" + step, "application/" + step)))
                    .isEmpty();
        }
        assertThat(faults(waiting, PageVisit.everywhere("merchant", "apply-submitted", "application")))
                .isEmpty();
        assertThat(faults(agreeing, PageVisit.atTheDesk("merchant", "apply-agreement", "application")))
                .isEmpty();
        assertThat(faults(refused, PageVisit.atTheDesk("merchant", "apply-refused", "application")))
                .isEmpty();
    }

    private List<String> faults(Person person, List<PageVisit> visits) {
        try (PortalTour tour = new PortalTour(browser(), person.realm(), person)) {
            return tour.faults(visits);
        }
    }

    /** Signs in, begins, and stands on the first page. */
    private Page begin(BrowserContext context, Person owner) {
        Page page = context.newPage();
        browser().signIn(page, owner.realm(), owner);
        page.click("main form button.primary");
        page.waitForURL("**/application/business");
        return page;
    }

    private static void fill(Page page, Map<String, String> fields) {
        fields.forEach((name, value) -> page.fill("[name='" + name + "']", value));
    }

    private static void next(Page page, String step) {
        page.click("main form .acts button.primary");
        page.waitForURL("**/application/" + step);
    }

    private static String own(Person owner) {
        return as(owner).get("/api/v1/applications").path("items[0].id");
    }

    private static boolean isMerchant(Person owner) {
        List<Object> merchants = as(owner).get("/api/v1/merchants").path("items");
        return !merchants.isEmpty();
    }

    private static void approve(String slug, String id) {
        review(slug, id, Map.of("decision", "approve"));
    }

    private static void review(String slug, String id, Map<String, Object> verdict) {
        as(People.of(slug, "underwriter"))
                .body(verdict)
                .post("/api/v1/applications/" + id + "/review")
                .then()
                .statusCode(200);
    }

    private String at(String slug, String path) {
        return browser().at("/portal/" + slug + path);
    }

    private PortalBrowser browser() {
        return Objects.requireNonNull(opened);
    }
}
