package io.tillgate.portal;

import static io.tillgate.onboarding.rest.Applicants.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tillgate.onboarding.rest.Applicants;
import io.tillgate.stack.FilledShop;
import io.tillgate.stack.People;
import io.tillgate.stack.People.Person;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stores, people, the bank account and the reports of a shop, in a browser. */
@QuarkusTest
class RunningAShopIT {
    private static @Nullable Person keeper;

    @TestHTTPResource("/")
    @Nullable
    URI root;

    private @Nullable PortalBrowser opened;
    private @Nullable BrowserContext context;

    @BeforeEach
    void open_a_browser() {
        People.awaitTenants();
        opened = new PortalBrowser(Objects.requireNonNull(root));
        context = opened.context("en-GB", 1280, ColorScheme.LIGHT);
    }

    @AfterEach
    void close_the_browser() {
        browser().close();
    }

    @Test
    void a_store_with_a_chinese_name_only_is_added_edited_and_closed() {
        Page page = signedIn(owner());
        page.navigate(at("/stores/new"));
        page.fill("[name='name.zh']", "海港二店");
        page.click("main form button.primary");
        assertThat(page.locator(".field-error").count()).isEqualTo(2);
        page.fill("[name='address.line1']", "Kade 2");
        page.fill("[name='address.city']", "Rotterdam");
        page.selectOption("[name=timeZone]", "Europe/Lisbon");
        page.click("main form button.primary");
        assertThat(page.locator("main").innerText()).contains("海港二店", "Europe/Lisbon");

        page.click("a:has-text('海港二店')");
        page.fill("[name='address.city']", "Schiedam");
        page.click("main form button.primary");
        assertThat(page.locator("main").innerText()).contains("Schiedam");
        page.click("a:has-text('海港二店')");
        page.click("summary:has-text('Close this store')");
        page.click("button.danger");

        assertThat(page.locator("tbody").innerText()).doesNotContain("海港二店");
        page.click("text=Show closed stores too");
        assertThat(page.locator("tbody").innerText()).contains("海港二店");
    }

    @Test
    void a_store_edited_in_two_windows_keeps_the_first_and_tells_the_second() {
        Page first = signedIn(owner());
        first.navigate(at("/stores"));
        first.click("tbody a");
        Page second = context().newPage();
        second.navigate(first.url());
        first.fill("[name=phone]", "+31 10 111");
        first.click("main form button.primary");

        second.fill("[name=phone]", "+31 10 222");
        second.click("main form button.primary");

        assertThat(second.locator("[role=alert]").innerText()).contains("Somebody else changed this meanwhile");
        assertThat(second.inputValue("[name=phone]")).isEqualTo("+31 10 222");
    }

    @Test
    void a_manager_is_let_in_and_shut_out() {
        Page page = signedIn(owner());
        String name = "keeper-" + UUID.randomUUID().toString().substring(0, 8);
        page.navigate(at("/team"));
        page.fill("[name=username]", "No Spaces!");
        page.fill("[name=email]", name + "@example.com");
        page.click("main form button.primary");
        assertThat(page.locator(".field-error").innerText()).contains("small letters");

        page.fill("[name=username]", name);
        page.click("main form button.primary");
        assertThat(page.locator("[data-flash]").innerText()).contains(name + " is let in");
        page.click("tr:has-text('" + name + "') a");
        page.click("button.danger");

        assertThat(page.locator("tr:has-text('" + name + "')").innerText()).contains("Shut out");
    }

    @Test
    void another_bank_account_is_asked_for_and_waits_for_a_second_person() {
        Page page = signedIn(owner());
        page.navigate(at("/settings"));
        page.click("text=Ask for another bank account");
        String form = page.url();
        page.fill("[name=holder]", "海港咖啡 B.V.");
        page.fill("[name=iban]", "DE89370400440532013001");
        page.fill("[name=reason]", "新银行");
        page.click("main form button.primary");
        assertThat(page.locator(".field-error").innerText()).contains("check digits");
        page.fill("[name=iban]", "DE89 3704 0044 0532 0130 00");
        page.click("main form button.primary");

        assertThat(page.locator("main").innerText()).contains("Payouts to DE89…3000", "Waiting");
        APIResponse again = page.request().get(form);
        assertThat(again.status()).isEqualTo(200);
        page.click("button:has-text('Withdraw')");
        assertThat(page.locator(".change-list").innerText()).contains("Not made");
    }

    @Test
    void what_was_accepted_is_shown_word_for_word_and_can_be_taken_away() {
        Page page = signedIn(owner());
        page.navigate(at("/settings"));
        page.click("main a:has-text('Agreement')");

        assertThat(page.locator("main").innerText()).contains("2026-01", "Fingerprint");
        page.click("text=Read the text");
        String shown = page.locator(".agreement").innerText();
        String taken = page.request().get(at("/settings/agreement/text")).text();
        assertThat(taken).startsWith("# ");
        assertThat(shown.replaceAll("\\s+", ""))
                .isEqualTo(taken.replaceAll("(?m)^(#+|-) ", "").replaceAll("\\s+", ""));
    }

    @Test
    void a_manager_sees_prices_and_nothing_of_the_bank_account_or_the_team() {
        Person manager = Applicants.newManager(owner());
        Page page = signedIn(manager);
        page.navigate(at("/settings"));

        assertThat(page.locator("main").innerText())
                .contains("What a payment costs")
                .doesNotContain("Account holder", "…");
        assertThat(page.request().get(at("/team")).status()).isEqualTo(403);
        String account = as(owner()).get("/api/v1/merchants").path("items[0].id");
        assertThat(page.request().get(at("/settings/bank/" + account)).status()).isEqualTo(403);
    }

    @Test
    void a_report_adds_up_and_its_file_says_the_same() {
        FilledShop shop = FilledShop.ofTheRun();
        Page page = signedIn(shop.owner());
        page.navigate(at("/reports?by=method&period=7"));

        assertThat(page.locator("tfoot").innerText()).contains("Total", "€");
        APIResponse file = page.request().get(at("/reports/export.csv?by=method&period=7"));
        assertThat(file.headers()).containsEntry("content-type", "text/csv;charset=UTF-8");
        assertThat(file.text()).startsWith("\uFEFFmethod,name,currency").contains(",EUR,");
        assertThat(file.text().lines().count() - 1)
                .isEqualTo(page.locator(".scroll tbody tr").count());
    }

    @Test
    void payouts_of_some_days_come_to_what_their_file_sums_to() {
        FilledShop shop = FilledShop.ofTheRun();
        Page page = signedIn(shop.owner());
        page.navigate(at("/payouts?state=coming"));

        List<String> lines = page.request()
                .get(at("/payouts/export.csv?state=coming"))
                .text()
                .lines()
                .skip(1)
                .toList();
        BigDecimal sum = lines.stream()
                .map(line -> new BigDecimal(line.split(",", -1)[3]))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(lines).isNotEmpty().allMatch(line -> line.contains(",EUR,"));
        assertThat(page.locator(".totals dd").nth(1).innerText().replaceAll("[€,]", ""))
                .isEqualTo(sum.toPlainString());
        page.navigate(at("/payouts?to=2020-01-01"));
        assertThat(page.locator("#list").innerText()).contains("No payout matches");
    }

    @Test
    void a_till_is_found_by_part_of_its_number_and_stands_in_the_file() {
        FilledShop shop = FilledShop.ofTheRun();
        Page page = signedIn(shop.owner());
        String part = shop.id("terminalNumber").substring(2);

        page.navigate(at("/tills?q=" + part));

        assertThat(page.locator("#list tbody tr").count()).isEqualTo(1);
        assertThat(page.request().get(at("/tills/export.csv?q=" + part)).text())
                .startsWith("\uFEFFnumber,name")
                .contains(shop.id("terminalNumber"));
    }

    @Test
    void why_cards_were_not_taken_adds_up_to_those_that_were_tried() {
        Page page = signedIn(FilledShop.ofTheRun().owner());

        page.navigate(at("/reports?by=approval&period=7"));

        int tried = figure(page, 1);
        int taken = figure(page, 2);
        int notTaken = figure(page, 3);
        assertThat(tried).isPositive().isEqualTo(taken + notTaken);
        assertThat(page.request()
                        .get(at("/reports/export.csv?by=approval&period=7"))
                        .text()
                        .lines()
                        .skip(1)
                        .mapToInt(line -> Integer.parseInt(line.split(",", -1)[line.split(",", -1).length - 2]))
                        .sum())
                .isEqualTo(notTaken);
    }

    private static int figure(Page page, int index) {
        return Integer.parseInt(
                page.locator(".tile-figure").nth(index).innerText().replace(",", ""));
    }

    @Test
    void an_address_that_was_cut_short_shows_the_usual_report() {
        Page page = signedIn(owner());

        for (String query :
                new String[] {"?by=merchant", "?period=&from=2026-02-31&to=x", "?store=0", "?from=9999-12-31"}) {
            assertThat(page.request().get(at("/reports" + query)).status())
                    .as(query)
                    .isEqualTo(200);
        }
    }

    private Page signedIn(Person person) {
        Page page = context().newPage();
        browser().signIn(page, "harbour", person);
        return page;
    }

    private static synchronized Person owner() {
        if (keeper == null) {
            keeper = Applicants.newOwner("harbour");
            Applicants.becomeMerchant(keeper, "Running");
        }
        return keeper;
    }

    private String at(String path) {
        return browser().at("/portal/harbour" + path);
    }

    private PortalBrowser browser() {
        return Objects.requireNonNull(opened);
    }

    private BrowserContext context() {
        return Objects.requireNonNull(context);
    }
}
