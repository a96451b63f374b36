package io.tillgate.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tillgate.stack.People;
import io.tillgate.stack.People.Person;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
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

    private @Nullable Playwright playwright;
    private @Nullable Browser browser;

    @BeforeEach
    void open_a_browser() {
        People.awaitTenants();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(List.of("--no-sandbox")));
    }

    @AfterEach
    void close_the_browser() {
        Objects.requireNonNull(browser).close();
        Objects.requireNonNull(playwright).close();
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
        try (BrowserContext context = context(locale, width, scheme)) {
            List<String> complaints = new ArrayList<>();
            Page page = context.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            signIn(page, slug, People.of(slug, role));

            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(
                            "target",
                            "screenshots",
                            String.join(
                                            "-",
                                            slug,
                                            role,
                                            locale,
                                            width + "",
                                            scheme.name().toLowerCase(Locale.ROOT)) + ".png"))
                    .setFullPage(true));
            assertThat(page.locator("h1").innerText()).contains(locale.startsWith("zh") ? "您好" : "Welcome");
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
        try (BrowserContext context = context("en-GB", 1280, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            signIn(page, "harbour", People.of("harbour", "finance"));

            List<Cookie> ours = context.cookies(at("/portal/harbour"));
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
        try (BrowserContext context = context("en-GB", 1280, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            signIn(page, "harbour", People.of("harbour", "support"));
            Cookie session = context.cookies(at("/portal/harbour")).stream()
                    .filter(c -> c.name.startsWith("q_session"))
                    .findFirst()
                    .orElseThrow();

            page.click("text=Sign out");

            assertThat(page.locator("#username").isVisible()).isTrue();
            context.addCookies(List.of(new Cookie(session.name, session.value)
                    .setDomain("localhost")
                    .setPath(session.path)));
            page.navigate(at("/portal/harbour"));
            assertThat(page.locator("#username").isVisible())
                    .as("the old handle opens nothing")
                    .isTrue();
        }
    }

    @Test
    void a_session_of_one_tenant_opens_no_page_of_another() {
        try (BrowserContext context = context("en-GB", 1280, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            signIn(page, "harbour", People.of("harbour", "finance"));

            page.navigate(at("/portal/jiuzhou"));

            assertThat(page.url()).contains("/realms/jiuzhou/");
        }
    }

    @Test
    void the_language_chosen_on_the_page_is_kept() {
        try (BrowserContext context = context("en-GB", 1280, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            signIn(page, "harbour", People.of("harbour", "finance"));

            page.click("text=中文");
            page.reload();

            assertThat(page.locator("h1").innerText()).contains("您好");
        }
    }

    @Test
    void a_portal_that_does_not_exist_says_so() {
        try (BrowserContext context = context("en-GB", 390, ColorScheme.LIGHT)) {
            Page page = context.newPage();

            Response answer = Objects.requireNonNull(page.navigate(at("/portal/nowhere")));

            assertThat(answer.status()).isEqualTo(404);
            assertThat(page.locator("h1").innerText()).isEqualTo("There is no such portal");
            assertThat(answer.headerValue("content-security-policy")).contains("default-src 'none'");
        }
    }

    private void signIn(Page page, String slug, Person person) {
        page.navigate(at("/portal/" + slug));
        page.fill("#username", person.username());
        page.fill("#password", person.password());
        page.press("#password", "Enter");
        page.waitForURL(at("/portal/" + slug));
    }

    private BrowserContext context(String locale, int width, ColorScheme scheme) {
        return Objects.requireNonNull(browser)
                .newContext(new Browser.NewContextOptions()
                        .setLocale(locale)
                        .setViewportSize(width, width < 600 ? 844 : 860)
                        .setDeviceScaleFactor(width < 600 ? 2 : 1)
                        .setColorScheme(scheme));
    }

    private String at(String path) {
        return "http://localhost:" + Objects.requireNonNull(root).getPort()
                + path; // the name that a sign-in may return to
    }

    private static Path chromium() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("install chromium and fonts-noto-cjk"));
    }
}
