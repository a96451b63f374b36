package io.tillgate.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tillgate.stack.People;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People sign in through Keycloak's own page in a real browser. */
@QuarkusTest
class SigningInIT {
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

    @ParameterizedTest
    @CsvSource({
        "harbour, merchant-owner, en-GB, 1280, LIGHT",
        "harbour, merchant-owner, en-GB, 1280, DARK",
        "harbour, acquirer-admin, en-GB, 390, LIGHT",
        "harbour, acquirer-admin, zh-CN, 390, DARK",
        "jiuzhou, merchant-owner, zh-CN, 1280, LIGHT",
        "jiuzhou, finance, zh-CN, 1280, DARK",
        "jiuzhou, finance, zh-CN, 390, LIGHT",
        "jiuzhou, merchant-owner, en-GB, 390, DARK"
    })
    void the_page_is_in_the_readers_language_and_scheme(
            String slug, String role, String locale, int width, ColorScheme scheme) {
        try (BrowserContext context = browser().context(locale, width, scheme)) {
            List<String> complaints = new ArrayList<>();
            Page page = context.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            browser().signIn(page, slug, People.of(slug, role));

            PortalBrowser.picture(
                    page,
                    slug,
                    role,
                    locale,
                    Integer.toString(width),
                    scheme.name().toLowerCase(Locale.ROOT));
            assertThat(page.getAttribute(".side-foot button", "aria-label"))
                    .isEqualTo(locale.startsWith("zh") ? "退出登录" : "Sign out");
            assertThat(page.getAttribute("html", "lang")).isEqualTo(locale.startsWith("zh") ? "zh-CN" : "en");
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as("fits the width")
                    .isEqualTo(true);
            assertThat(complaints).isEmpty();
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        }
    }

    @Test
    void the_browser_holds_a_handle_and_no_token() {
        try (BrowserContext context = browser().context("en-GB", 1280, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            browser().signIn(page, "harbour", People.of("harbour", "finance"));

            List<Cookie> ours = context.cookies(browser().at("/portal/harbour"));
            Cookie session = ours.stream()
                    .filter(c -> c.name.startsWith("q_session"))
                    .findFirst()
                    .orElseThrow();
            assertThat(session.value).hasSizeLessThan(100);
            assertThat(session.httpOnly).isTrue();
            assertThat(session.path).isEqualTo("/portal/harbour");
            assertThat(ours).noneMatch(c -> c.value.contains("eyJ"));
        }
    }

    @Test
    void signing_out_ends_the_session_here_and_at_the_realm() {
        try (BrowserContext context = browser().context("en-GB", 1280, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            browser().signIn(page, "harbour", People.of("harbour", "support"));
            Cookie session = session(context);

            PortalBrowser.signOut(page);

            assertThat(page.locator("h1").innerText()).isEqualTo("You are signed out");
            page.click("text=Sign in again");
            assertThat(page.locator("#username").isVisible())
                    .as("the realm asks for the password again")
                    .isTrue();
            context.addCookies(List.of(new Cookie(session.name, session.value)
                    .setDomain("localhost")
                    .setPath(session.path)));
            page.navigate(browser().at("/portal/harbour"));
            assertThat(page.locator("#username").isVisible())
                    .as("the old handle opens nothing")
                    .isTrue();
        }
    }

    @Test
    void no_link_and_no_foreign_form_signs_out() {
        try (BrowserContext context = browser().context("en-GB", 1280, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            browser().signIn(page, "harbour", People.of("harbour", "support"));

            page.navigate(browser().at("/portal/harbour/sign-out"));
            assertThat(page.locator(".side .me").isVisible()).isTrue();
            APIResponse forged = context.request()
                    .post(
                            browser().at("/portal/harbour/sign-out"),
                            RequestOptions.create()
                                    .setForm(FormData.create().set("csrf-token", "AAAAAAAAAAAAAAAAAAAAAA")));
            APIResponse empty = context.request().post(browser().at("/portal/harbour/sign-out"));

            assertThat(forged.status()).isEqualTo(400);
            assertThat(empty.status()).isEqualTo(415);
            page.navigate(browser().at("/portal/harbour/signed-out"));
            assertThat(page.locator(".side .me").isVisible())
                    .as("still signed in")
                    .isTrue();
        }
    }

    @Test
    void a_session_that_ended_comes_back_to_where_the_person_was() {
        try (BrowserContext context = browser().context("en-GB", 1280, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            browser().signIn(page, "harbour", People.of("harbour", "support"));
            String place = browser().at("/portal/harbour?from=bookmark");
            context.clearCookies();

            page.navigate(place);
            assertThat(page.locator("#username").isVisible()).isTrue();
            browser().enter(page, People.of("harbour", "support"));

            page.waitForURL(place);
            assertThat(page.locator(".side .me").isVisible()).isTrue();
        }
    }

    @Test
    void a_session_of_one_tenant_opens_no_page_of_another() {
        try (BrowserContext context = browser().context("en-GB", 1280, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            browser().signIn(page, "harbour", People.of("harbour", "finance"));

            page.navigate(browser().at("/portal/jiuzhou"));

            assertThat(page.url()).contains("/realms/jiuzhou/");
        }
    }

    @Test
    void the_language_chosen_on_the_page_is_kept() {
        try (BrowserContext context = browser().context("en-GB", 1280, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            browser().signIn(page, "harbour", People.of("harbour", "finance"));

            page.click(".menu summary");
            page.click("text=中文");
            page.reload();

            assertThat(page.getAttribute(".side-foot button", "aria-label")).isEqualTo("退出登录");
        }
    }

    private PortalBrowser browser() {
        return Objects.requireNonNull(opened);
    }

    private Cookie session(BrowserContext context) {
        return context.cookies(browser().at("/portal/harbour")).stream()
                .filter(c -> c.name.startsWith("q_session"))
                .findFirst()
                .orElseThrow();
    }
}
