package io.tillgate.portal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.tillgate.platform.crypto.SecurityModule;
import io.tillgate.platform.identity.ClientSecrets;
import io.tillgate.shared.TenantId;
import io.tillgate.stack.People;
import io.tillgate.stack.People.Person;
import io.tillgate.tenancy.Tenant;
import io.tillgate.tenancy.Tenants;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people see when something is not as it should be. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // injected, and given before each test
class ReadingANoticeIT {
    @TestHTTPResource("/")
    URI root;

    @Inject
    Tenants tenants;

    @Inject
    SecurityModule module;

    private PortalBrowser browser;

    @BeforeEach
    void open_a_browser() {
        People.awaitTenants();
        browser = new PortalBrowser(root);
    }

    @AfterEach
    void close_the_browser() {
        browser.close();
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, 1280, LIGHT, There is no such portal",
        "zh-CN, 390, DARK, 网址有误",
        "en-GB, 390, LIGHT, There is no such portal"
    })
    void a_portal_that_does_not_exist_says_so(String locale, int width, ColorScheme scheme, String title) {
        shown(new Reader(locale, width, scheme), "/portal/nowhere", 404, title);
    }

    @ParameterizedTest
    @CsvSource({"en-GB, 1280, DARK, This page does not exist, Go to the start", "zh-CN, 390, LIGHT, 页面不存在, 返回首页"})
    void a_page_that_does_not_exist_leads_to_the_start(
            String locale, int width, ColorScheme scheme, String title, String action) {
        Notice notice = shown(new Reader(locale, width, scheme), "/portal/harbour/no/such/page", 404, title);

        assertThat(notice.action()).isEqualTo(action);
        assertThat(notice.href()).isEqualTo("/portal/harbour");
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, 1280, LIGHT, This is not working right now, Nothing was lost, Try again",
        "en-GB, 390, DARK, This is not working right now, Nothing was lost, Try again",
        "zh-CN, 1280, DARK, 暂时无法使用, 没有丢失, 重试",
        "zh-CN, 390, LIGHT, 暂时无法使用, 没有丢失, 重试"
    })
    void without_its_realm_a_portal_says_that_nothing_was_lost(
            String locale, int width, ColorScheme scheme, String title, String assurance, String action) {
        withoutRealm("away");

        Notice notice = shown(new Reader(locale, width, scheme), "/portal/away?from=bookmark", 503, title);

        assertThat(notice.text()).contains(assurance);
        assertThat(notice.action()).isEqualTo(action);
        assertThat(notice.href()).isEqualTo("/portal/away?from=bookmark");
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, 1280, LIGHT, Your organisation is suspended, Ask whoever runs this platform",
        "zh-CN, 390, DARK, 所属机构已停用, 请联系平台运营方"
    })
    void who_belongs_to_a_suspended_organisation_is_told_so(
            String locale, int width, ColorScheme scheme, String title, String advice) {
        List<Tenant> all = tenants.all();
        try (BrowserContext context = browser.context(locale, width, scheme)) {
            Page page = context.newPage();
            browser.signIn(page, "harbour", People.of("harbour", "finance"));
            tenants.replaceAll(all.stream()
                    .map(each -> each.slug().equals("harbour") ? each.in(Tenant.Status.SUSPENDED) : each)
                    .toList());

            Response answer = Objects.requireNonNull(page.navigate(browser.at("/portal/harbour")));

            assertThat(answer.status()).isEqualTo(403);
            assertThat(page.locator("h1").innerText()).isEqualTo(title);
            assertThat(page.locator("main").innerText()).contains(advice);
        } finally {
            tenants.replaceAll(all);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, 1280, LIGHT, You have no role here yet, Sign in as somebody else",
        "zh-CN, 390, DARK, 您的账号尚未开通权限, 换个账号登录"
    })
    void who_has_no_role_is_told_whom_to_ask_and_may_sign_in_as_somebody_else(
            String locale, int width, ColorScheme scheme, String title, String action) {
        Person nobody = personWithoutRole();
        try (BrowserContext context = browser.context(locale, width, scheme)) {
            Page page = context.newPage();
            browser.signIn(page, "harbour", nobody);

            Response answer = Objects.requireNonNull(page.reload());

            assertThat(answer.status()).isEqualTo(403);
            clean(page, "forbidden", new Reader(locale, width, scheme));
            assertThat(page.locator("h1").innerText()).isEqualTo(title);
            page.click("text=" + action);
            assertThat(page.url()).endsWith("/portal/harbour/signed-out");
            clean(page, "signed-out", new Reader(locale, width, scheme));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, 1280, LIGHT, This page is for other roles, Support, Open the desk of your organisation",
        "zh-CN, 390, DARK, 此页面属于其他角色, 客服, 打开机构工作台"
    })
    void who_has_another_role_is_told_which_and_led_to_what_it_opens(
            String locale, int width, ColorScheme scheme, String title, String role, String action) {
        try (BrowserContext context = browser.context(locale, width, scheme)) {
            Page page = context.newPage();
            browser.signIn(page, "harbour", People.of("harbour", "support"));

            Response answer = Objects.requireNonNull(page.navigate(browser.at("/portal/harbour/sales")));

            assertThat(answer.status()).isEqualTo(403);
            clean(page, "other-role", new Reader(locale, width, scheme));
            assertThat(page.locator("h1").innerText()).isEqualTo(title);
            assertThat(page.locator("main").innerText()).contains(role);
            assertThat(page.locator(".notice-card .button").innerText()).isEqualTo(action);
            page.click(".notice-card .button");
            assertThat(page.url()).endsWith("/portal/harbour");
        }
    }

    @Test
    void a_form_that_is_too_old_changes_nothing_and_says_so() {
        try (BrowserContext context = browser.context("en-GB", 1280, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            browser.signIn(page, "harbour", People.of("harbour", "support"));
            context.addCookies(List.of(new Cookie("csrf-token", "AAAAAAAAAAAAAAAAAAAAAA")
                    .setDomain("localhost")
                    .setPath("/portal")));

            Response answer = page.waitForResponse(
                    response -> response.request().method().equals("POST"), () -> PortalBrowser.signOut(page));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(page.locator("h1").innerText()).isEqualTo("That did not work");
            assertThat(page.locator("main").innerText()).contains("Nothing was changed");
        }
    }

    @Test
    void a_form_sent_after_the_session_ended_says_so_and_leads_to_the_sign_in() {
        try (BrowserContext context = browser.context("en-GB", 390, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            browser.signIn(page, "harbour", People.of("harbour", "support"));
            context.clearCookies(new BrowserContext.ClearCookiesOptions().setName(Pattern.compile("q_session.*")));

            Response answer = page.waitForResponse(
                    response -> response.request().method().equals("POST"), () -> PortalBrowser.signOut(page));

            assertThat(answer.status()).isEqualTo(401);
            clean(page, "session-ended", new Reader("en-GB", 390, ColorScheme.LIGHT));
            assertThat(page.locator("h1").innerText()).isEqualTo("Please sign in again");
            page.click(".notice-card .button");
            assertThat(page.locator(".side .me").count())
                    .as("the realm still knows the person")
                    .isEqualTo(1);
        }
    }

    private record Reader(String locale, int width, ColorScheme scheme) {
        @Override
        public String toString() {
            return locale + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
        }
    }

    private record Notice(
            String text, String action, @Nullable String href) {}

    private Notice shown(Reader reader, String path, int status, String title) {
        try (BrowserContext context = browser.context(reader.locale(), reader.width(), reader.scheme())) {
            Page page = context.newPage();
            Response answer = Objects.requireNonNull(page.navigate(browser.at(path)));

            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.headerValue("content-security-policy")).contains("default-src 'none'");
            assertThat(answer.headerValue("content-type")).startsWith("text/html");
            clean(page, Integer.toString(status), reader);
            assertThat(page.locator("h1").innerText()).isEqualTo(title);
            assertThat(page.getAttribute("html", "lang"))
                    .isEqualTo(reader.locale().startsWith("zh") ? "zh-CN" : "en");
            boolean acts = page.locator(".notice-card .button").count() > 0;
            return new Notice(
                    page.locator("main").innerText(),
                    acts ? page.locator(".notice-card .button").innerText() : "",
                    acts ? page.locator(".notice-card .button").getAttribute("href") : null);
        }
    }

    private static void clean(Page page, String name, Reader reader) {
        assertThat(page.content()).as("nothing inside the page").doesNotContain("<style", "<script", " style=");
        PortalBrowser.picture(page, "notice", name, reader.toString());
        List<String> complaints = new ArrayList<>();
        new AxeBuilder(page).analyze().getViolations().forEach(violation -> complaints.add(violation.getDescription()));
        assertThat(complaints).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("fits the width")
                .isEqualTo(true);
    }

    /** A tenant that runs, but whose realm does not answer as one. */
    private void withoutRealm(String slug) {
        Tenant harbour = tenants.all().stream()
                .filter(tenant -> tenant.slug().equals("harbour"))
                .findFirst()
                .orElseThrow();
        List<Tenant> all = new ArrayList<>(tenants.all());
        all.add(new Tenant(
                new TenantId(UUID.randomUUID()),
                slug,
                slug,
                harbour.issuer().replace("/realms/harbour", "/realms/" + slug),
                harbour.status(),
                harbour.settings(),
                harbour.hash()));
        tenants.replaceAll(all);
    }

    private Person personWithoutRole() {
        String keycloak = System.getProperty("tillgate.identity.url");
        String token = given().baseUri(keycloak)
                .formParam("grant_type", "client_credentials")
                .formParam("client_id", "tillgate-admin")
                .formParam("client_secret", new ClientSecrets(module).admin("harbour"))
                .post("/realms/harbour/protocol/openid-connect/token")
                .path("access_token");
        String username = "nobody-" + UUID.randomUUID().toString().substring(0, 12);
        String password = "correct-horse-battery";
        given().baseUri(keycloak)
                .auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "username",
                        username,
                        "email",
                        username + "@example.com",
                        "enabled",
                        true,
                        "credentials",
                        List.of(Map.of("type", "password", "value", password, "temporary", false))))
                .post("/admin/realms/harbour/users")
                .then()
                .statusCode(201);
        return new Person("harbour", "", username, password);
    }
}
