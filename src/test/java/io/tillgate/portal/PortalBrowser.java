package io.tillgate.portal;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import io.tillgate.stack.People.Person;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A real browser in front of the service under test. */
final class PortalBrowser implements AutoCloseable {
    private final Playwright playwright;
    private final Browser browser;
    private final URI root;

    PortalBrowser(URI root) {
        this.root = root;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(List.of("--no-sandbox")));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    /** Below 600 pixels it is a phone. */
    BrowserContext context(String locale, int width, ColorScheme scheme) {
        return browser.newContext(new Browser.NewContextOptions()
                .setLocale(locale)
                .setViewportSize(width, width < 600 ? 844 : 860)
                .setDeviceScaleFactor(width < 600 ? 2 : 1)
                .setColorScheme(scheme));
    }

    /** Under the name that a sign-in may return to. */
    String at(String path) {
        return "http://localhost:" + root.getPort() + path;
    }

    void signIn(Page page, String slug, Person person) {
        page.navigate(at("/portal/" + slug));
        enter(page, person);
        page.waitForURL(at("/portal/" + slug));
    }

    /** Where the button is depends on the screen. */
    static void signOut(Page page) {
        if (page.locator(".side-foot button").isVisible()) {
            page.click(".side-foot button");
        } else {
            page.click(".more summary");
            page.click(".more-sheet button");
        }
    }

    /** On Keycloak's page. */
    void enter(Page page, Person person) {
        page.fill("#username", person.username());
        page.fill("#password", person.password());
        page.press("#password", "Enter");
    }

    /** For people to look at, in {@code target/screenshots}. */
    static void picture(Page page, String... name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", String.join("-", name) + ".png"))
                .setFullPage(true));
    }

    /** As much of the page as the screen shows. */
    static void pictureForGuides(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(GuidePictures.FRESH.resolve(name + ".png")));
    }

    private static Path chromium() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("install chromium and fonts-noto-cjk"));
    }
}
