package io.tillgate.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tillgate.stack.FilledShop;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that people send: how far they are, and what is said when they cannot be taken. */
@QuarkusTest
class SendingFilesIT {
    private static final int MEGABYTE = 1024 * 1024;
    private static final String HEADER = "sku,nameEn,unit,taxRate,price,currency\n";

    @TestHTTPResource("/")
    @Nullable
    URI root;

    private @Nullable PortalBrowser opened;

    @BeforeEach
    void open_a_browser() {
        opened = new PortalBrowser(Objects.requireNonNull(root));
    }

    @AfterEach
    void close_the_browser() {
        Objects.requireNonNull(opened).close();
    }

    @Test
    void how_much_is_sent_is_said_while_it_is_sent_and_one_of_a_thing_is_one() {
        Page page = importPage();
        page.evaluate("""
                () => {
                  window.seen = [];
                  new MutationObserver((all) => window.seen.push(document.getElementById('sending')?.textContent))
                    .observe(document.querySelector('[data-progress]'), { childList: true, subtree: true, characterData: true });
                }""");

        send(page, HEADER + "SF-1,Tea,piece,0.21,1.00,EUR\nSF-2,Tea,barrel,0.21,1.00,EUR\n");

        assertThat(page.locator(".said").innerText())
                .contains("1 product taken, 1 price set.", "1 mistake. Its line was left out.");
        assertThat(String.valueOf(page.evaluate("window.seen.join('|')")))
                .containsPattern("[0-9.]+ MB of [0-9.]+ MB sent");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("content");
    }

    @Test
    void a_file_that_is_too_large_is_told_before_it_is_sent_and_the_form_stays() {
        Page page = importPage();
        page.check("input[value=keep-good]");

        page.setInputFiles("input[type=file]", file(11));

        assertThat(page.locator("[data-refused]").innerText()).contains("11.0 MB", "10 MB at most");
        page.click("button.primary");
        assertThat(page.locator("[data-progress]").isVisible()).isFalse();
        assertThat(page.isChecked("input[value=keep-good]")).isTrue();
        page.setInputFiles(
                "input[type=file]", new FilePayload("small.csv", "text/csv", HEADER.getBytes(StandardCharsets.UTF_8)));
        assertThat(page.locator("[data-refused]").isVisible()).isFalse();
    }

    @Test
    void without_a_script_a_file_that_no_form_takes_leads_back_to_its_form() {
        Page page = importPage();

        APIResponse answer = page.request()
                .post(
                        page.url(),
                        RequestOptions.create().setMultipart(FormData.create().set("file", file(13))));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text())
                .contains("The file is too large", "10 MB at most", "href=\"/portal/harbour/products/import\"");
    }

    private static FilePayload file(int megabytes) {
        return new FilePayload("large.csv", "text/csv", new byte[megabytes * MEGABYTE]);
    }

    private static void send(Page page, String csv) {
        page.setInputFiles(
                "input[type=file]", new FilePayload("products.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        page.check("input[value=keep-good]");
        page.click("button.primary");
    }

    private Page importPage() {
        PortalBrowser browser = Objects.requireNonNull(opened);
        BrowserContext context = browser.context("en-GB", 1280, ColorScheme.LIGHT);
        Page page = context.newPage();
        browser.signIn(page, FilledShop.TENANT, FilledShop.ofTheRun().owner());
        page.navigate(browser.at("/portal/" + FilledShop.TENANT + "/products/import"));
        return page;
    }
}
