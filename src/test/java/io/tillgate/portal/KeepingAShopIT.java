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
import io.tillgate.stack.People;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an owner does in a shop's pages, and what goes wrong while doing it. */
@QuarkusTest
class KeepingAShopIT {
    private static @Nullable FilledShop own;

    @TestHTTPResource("/")
    @Nullable
    URI root;

    private @Nullable PortalBrowser opened;
    private @Nullable BrowserContext context;

    @BeforeEach
    void sign_in() {
        opened = new PortalBrowser(Objects.requireNonNull(root));
        context = opened.context("en-GB", 1280, ColorScheme.LIGHT);
    }

    @AfterEach
    void close() {
        Objects.requireNonNull(opened).close();
    }

    @Test
    void a_refund_form_sent_twice_gives_back_once() {
        Page page = signedIn();
        page.navigate(at("/sales/" + shop().id("sale") + "/refund"));
        page.check("input[value=some]");
        page.fill("input[name=amount]", "0.50");
        FormData form = form(page);
        page.click("button.danger");
        assertThat(page.locator("[data-flash]").innerText()).contains("€0.50 refunded");

        APIResponse again = page.request().post(at("/sales/" + shop().id("sale") + "/refund"), sent(form));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).contains("This form had been sent already").contains("€0.50 refunded");
        page.navigate(at("/sales/" + shop().id("sale")));
        assertThat(page.locator(".timeline strong:has-text('€0.50 refunded')").count())
                .isEqualTo(1);
    }

    @Test
    void a_refund_from_a_window_that_is_out_of_date_is_not_made() {
        Page page = signedIn();
        page.navigate(at("/sales/" + shop().id("sale") + "/refund"));
        page.check("input[value=some]");
        page.fill("input[name=amount]", "0.25");
        FormData stale = form(page).set("seen", "1");

        APIResponse answer = page.request().post(at("/sales/" + shop().id("sale") + "/refund"), sent(stale));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("Somebody else changed this meanwhile");
    }

    @Test
    void the_pages_of_another_merchant_do_not_exist() {
        FilledShop other = FilledShop.ofTheRun();
        Page page = signedIn();

        for (String path : new String[] {
            "/sales/" + other.id("sale"),
            "/sales/" + other.id("sale") + "/refund",
            "/tills/" + other.id("terminal"),
            "/tills/" + other.id("terminal") + "/block",
            "/products/" + other.id("product"),
            "/payouts/" + other.id("payout"),
            "/stores/" + other.id("store"),
            "/settings/bank/" + other.id("account"),
            "/payouts/" + other.id("payout") + "/statement.pdf"
        }) {
            assertThat(page.request().get(at(path)).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void the_acquirers_staff_have_no_shop_of_their_own() {
        Page page = context().newPage();
        browser().signIn(page, FilledShop.TENANT, People.of(FilledShop.TENANT, "finance"));

        assertThat(page.request().get(at("/sales")).status()).isEqualTo(403);
    }

    @Test
    void a_table_with_ten_mistakes_is_taken_but_for_them_or_not_at_all() {
        Page page = signedIn();
        String csv = "sku,nameEn,unit,taxRate,price,currency\n"
                + IntStream.rangeClosed(1, 10_000)
                        .mapToObj(i -> i % 1_000 == 0
                                ? "L-" + i + ",Line " + i + ",barrel,0.21,1.00,EUR"
                                : "L-" + i + ",Line " + i + ",piece,0.21,1.00,EUR")
                        .collect(Collectors.joining("\n"));

        send(page, csv, "all-or-nothing");
        assertThat(page.locator("[data-mistakes]").innerText()).contains("Nothing was taken: the file has 10 mistakes");
        assertThat(page.locator("table tbody tr").count()).isEqualTo(10);
        assertThat(page.locator("table tbody tr td").first().innerText()).isEqualTo("1001");

        send(page, csv, "keep-good");
        assertThat(page.locator(".said").innerText())
                .contains("9,990 products taken")
                .contains("10 mistakes");
    }

    @Test
    void what_was_typed_is_there_again_after_the_session_ended() {
        Page page = signedIn();
        page.navigate(at("/products/new"));
        page.fill("input[name=nameEn]", "Tea towel");
        page.fill("input[name=nameZh]", "茶巾");
        page.fill("input[name=sku]", "TT-1");
        page.fill("input[name=taxRate]", "21");
        context().clearCookies(new BrowserContext.ClearCookiesOptions().setName(Pattern.compile("q_session.*")));

        page.click("button.primary");
        assertThat(page.locator("h1").innerText()).isEqualTo("Please sign in again");
        page.click(".notice-card .button");

        assertThat(page.url()).endsWith("/products/new");
        assertThat(page.inputValue("input[name=nameZh]")).isEqualTo("茶巾");
        page.click("button.primary");
        assertThat(page.locator("[data-flash]").innerText()).contains("Tea towel is added");
    }

    @Test
    void a_price_that_is_no_price_is_refused_beside_its_field() {
        Page page = signedIn();
        page.navigate(at("/products/" + shop().id("product")));

        page.fill("input[name=price]", "a lot");
        page.click("text=Set the price");

        assertThat(page.locator("#e-price").innerText()).contains("Write an amount");
        page.fill("input[name=price]", "2,75");
        page.click("text=Set the price");
        assertThat(page.locator("[data-flash]").innerText()).contains("€2.75");
    }

    @Test
    void sales_are_found_by_what_a_receipt_shows() {
        Page page = signedIn();

        page.navigate(at("/sales?q=" + shop().id("lastFour")));
        assertThat(page.locator("#list tbody tr").count()).isPositive();
        page.navigate(at("/sales?q=9999"));
        assertThat(page.locator("#list").innerText()).contains("Nothing found");
        page.navigate(at("/sales?q=" + shop().id("terminalNumber")));
        assertThat(page.locator("#list tbody tr").count()).isPositive();
    }

    @Test
    void an_activation_code_is_shown_once() {
        Page page = signedIn();
        page.navigate(at("/tills/new"));
        page.fill("input[name=name]", "柜台");
        FormData form = form(page);
        page.click("button.primary");
        String code = page.locator(".code-big").nth(2).innerText();

        APIResponse again = page.request().post(at("/tills/new"), sent(form));

        assertThat(code).isNotBlank();
        assertThat(again.text()).doesNotContain(code).contains("The code was shown once");
    }

    private void send(Page page, String csv, String mode) {
        page.navigate(at("/products/import"));
        page.setInputFiles(
                "input[type=file]", new FilePayload("products.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        page.check("input[value=" + mode + "]");
        page.click("button.primary");
    }

    /** What the first form on the page would send. */
    private static FormData form(Page page) {
        FormData form = FormData.create();
        Object fields = page.evaluate("[...new FormData(document.querySelector('main form[method=post]'))]");
        for (Object field : (Iterable<?>) fields) {
            List<?> pair = (List<?>) field;
            form.append(String.valueOf(pair.getFirst()), String.valueOf(pair.getLast()));
        }
        return form;
    }

    private static RequestOptions sent(FormData form) {
        return RequestOptions.create().setForm(form);
    }

    private Page signedIn() {
        Page page = context().newPage();
        browser().signIn(page, FilledShop.TENANT, shop().owner());
        return page;
    }

    private static synchronized FilledShop shop() {
        FilledShop present = own;
        if (present == null) {
            present = FilledShop.newOne("柯氏茶行");
            own = present;
        }
        return present;
    }

    private String at(String path) {
        return browser().at("/portal/" + FilledShop.TENANT + path);
    }

    private PortalBrowser browser() {
        return Objects.requireNonNull(opened);
    }

    private BrowserContext context() {
        return Objects.requireNonNull(context);
    }
}
