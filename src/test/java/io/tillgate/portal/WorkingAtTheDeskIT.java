package io.tillgate.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tillgate.onboarding.rest.Applicants;
import io.tillgate.settlement.bank.BankTalk;
import io.tillgate.stack.FilledShop;
import io.tillgate.stack.People;
import io.tillgate.stack.People.Person;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the acquirer's staff do all day, done in a real browser. */
@QuarkusTest
class WorkingAtTheDeskIT {
    private static final String TENANT = FilledShop.TENANT;

    @TestHTTPResource("/")
    @Nullable
    URI root;

    private @Nullable PortalBrowser opened;

    @BeforeEach
    void open() {
        People.awaitTenants();
        opened = new PortalBrowser(Objects.requireNonNull(root));
    }

    @AfterEach
    void close() {
        Objects.requireNonNull(opened).close();
    }

    @Test
    void an_underwriter_asks_for_more_and_approves_by_keyboard() {
        String first = Applicants.submitted(Applicants.newOwner(TENANT), "Keyboard Bakery");
        String second = Applicants.submitted(Applicants.newOwner(TENANT), "Keyboard Books");
        Page page = signedIn(People.of(TENANT, "underwriter"));

        page.navigate(at("/desk/application/" + first));
        page.keyboard().press("i");
        page.fill("[name='ask.documents']", "Please add an extract of this year");
        page.keyboard().press("Control+Enter");
        page.waitForSelector("[data-flash]");
        assertThat(page.locator("[data-flash]").innerText()).contains("Keyboard Bakery was asked for more");

        page.navigate(at("/desk/application/" + second));
        page.keyboard().press("a");
        page.keyboard().press("Control+Enter");
        page.waitForSelector("[data-flash]");
        assertThat(page.locator("[data-flash]").innerText()).contains("Keyboard Books is approved");

        page.navigate(at("/desk/application/" + first));
        assertThat(page.locator(".said-info").innerText()).contains("Please add an extract of this year");
        assertThat(page.locator(".decision form").count()).isZero();
    }

    @Test
    void a_refusal_without_a_reason_changes_nothing() {
        String application = Applicants.submitted(Applicants.newOwner(TENANT), "No Reason Given");
        Page page = signedIn(People.of(TENANT, "underwriter"));

        page.navigate(at("/desk/application/" + application));
        page.keyboard().press("r");
        page.keyboard().press("Control+Enter");
        page.waitForSelector("[data-mistakes]");

        assertThat(page.locator("[data-mistakes]").innerText()).contains("Choose at least one reason");
        page.navigate(at("/desk/application/" + application));
        assertThat(page.locator(".decision form").count()).isEqualTo(1);
    }

    @Test
    void two_people_release_a_payout_and_the_first_is_refused_as_the_second() {
        FilledShop shop = FilledShop.newOne("Two People");
        Page first = signedIn(People.of(TENANT, "finance"));
        first.navigate(at("/desk/payouts"));
        String batch = ".batch:has(input[value='" + shop.id("settlement") + "'])";
        first.locator(batch + " form[action$='/sign'] button").click();
        first.waitForSelector("[data-flash]");
        assertThat(first.locator("[data-flash]").innerText()).contains("signed");
        assertThat(first.locator(".batch").allInnerTexts().toString()).contains("You signed this");

        FormData again = token(first, "main form[method=post]").set("run", shop.id("settlement"));
        APIResponse refused = first.request()
                .post(at("/desk/payouts/release"), RequestOptions.create().setForm(again));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Another person has to decide this");

        Page second = signedIn(second());
        second.navigate(at("/desk/payouts"));
        second.locator(batch + " form[action$='/release'] button").click();
        second.waitForSelector("[data-flash]");
        assertThat(second.locator("[data-flash]").innerText()).contains("released");
        second.navigate(at("/desk/payout/" + shop.id("payout")));
        assertThat(second.locator("main").innerText()).contains("Ready for the bank", "Signed", "Released");
    }

    @Test
    void finance_follows_a_payout_to_what_the_bank_said_and_back() {
        FilledShop shop = FilledShop.newOne("Bank Words");
        BankTalk bank = BankTalk.about(shop.id("payout"));
        String message = bank.books();
        bank.mumbles();
        Page page = signedIn(People.of(TENANT, "finance"));

        page.navigate(at("/desk/bank-messages?q=" + bank.endToEnd()));
        assertThat(page.locator("main tbody tr").allInnerTexts())
                .hasSize(2)
                .first()
                .asString()
                .contains("Booking notice", message, "1 to resolve", "1 of 2");
        page.locator("a.row").first().click();
        assertThat(page.locator("main").innerText()).contains("Paid", "Bank Words", "Difference No.", "€1.25");
        String xml = page.request().get(page.url() + "/message.xml").text();
        assertThat(xml).contains(message);

        page.navigate(at("/desk/payout/" + bank.payout()));
        assertThat(page.locator("section[aria-labelledby=h-bank]").innerText())
                .contains("Means to pay", "Paid", "Status report", "Booking notice");
        page.navigate(at("/desk/bank-messages?state=refused"));
        page.locator("a.row").first().click();
        assertThat(page.locator("main").innerText()).contains("no message of this name", "BANK_MESSAGE_UNKNOWN");
        assertThat(page.request().get(page.url() + "/message.xml").status()).isEqualTo(404);
        assertThat(page.request()
                        .get(at("/desk/bank-messages/export.csv?q=" + message))
                        .text())
                .contains(message, "notification");

        page.navigate(at("/desk/find?q=" + bank.endToEnd()));
        assertThat(page.locator("main").innerText()).contains("Bank Words", "24 months");
        page.navigate(at("/desk/find?q=" + shop.id("terminalNumber")));
        assertThat(page.locator("main h2").allInnerTexts()).containsExactly("Payments");
    }

    @Test
    void who_comes_second_to_one_item_is_told_and_changes_nothing() {
        FilledShop.newOne("Second Person");
        Page first = signedIn(People.of(TENANT, "finance"));
        Page second = signedIn(People.of(TENANT, "acquirer-admin"));
        String confirm = "article:has-text('Second Person') form[action$='/confirm'] button";
        first.navigate(at("/desk/changes"));
        second.navigate(at("/desk/changes"));

        first.locator(confirm).click();
        first.waitForSelector("[data-flash]");
        second.locator(confirm).click();
        second.waitForSelector("[data-mistakes]");

        assertThat(second.locator("[data-mistakes]").innerText()).isNotBlank();
        assertThat(second.locator(confirm).count()).isZero();
        String csv = second.request()
                .get(at("/desk/files/changes.csv?state=confirmed"))
                .text();
        assertThat(csv).contains("bank-account", "confirmed");
    }

    @Test
    void every_list_can_be_taken_along() {
        Page page = signedIn(People.of(TENANT, "acquirer-admin"));
        String run = FilledShop.ofTheRun().id("settlement");
        String payout = FilledShop.ofTheRun().id("payout");

        for (String file : List.of(
                "files/reviews.csv",
                "files/decisions.csv?outcome=all",
                "files/list.csv?list=blocked-bins",
                "files/changes.csv",
                "files/duties.csv?state=answered",
                "files/staff.csv",
                "money/runs.csv",
                "money/runs/" + run + ".csv",
                "money/breaks.csv",
                "money/adjustments.csv?state=confirmed",
                "money/payouts/" + payout + ".csv",
                "payouts/export.csv?state=all&from=2020-01-01")) {
            APIResponse answer = page.request().get(at("/desk/" + file));
            assertThat(answer.status()).as(file).isEqualTo(200);
            assertThat(answer.headers().get("content-type")).as(file).startsWith("text/csv");
            assertThat(answer.text().lines().count()).as(file).isPositive();
        }
        assertThat(page.request()
                        .get(at("/desk/money/payouts/" + payout + ".csv"))
                        .text())
                .contains("sale,");
        page.navigate(at("/desk/payouts?state=all&from=2100-01-01"));
        assertThat(page.locator("main").innerText()).contains("Nothing found");
        page.navigate(at("/desk/payouts?state=all"));
        assertThat(page.locator(".sums-line").innerText()).contains("€");
    }

    @Test
    void a_merchant_is_suspended_with_a_reason_and_comes_back() {
        Person owner = Applicants.newOwner(TENANT);
        String merchant = Applicants.becomeMerchant(owner, "Suspended Shop");
        Page page = signedIn(People.of(TENANT, "acquirer-admin"));

        switchTo(page, merchant, "nothing", "");
        assertThat(page.locator("[data-mistakes]").innerText()).contains("Say why");
        switchTo(page, merchant, "nothing", "Chargebacks above our limit");
        assertThat(page.locator("[data-flash]").innerText()).contains("suspended");
        assertThat(page.locator(".head").innerText()).contains("Chargebacks above our limit");
        switchTo(page, merchant, "all", "");

        assertThat(page.locator(".head .badge").innerText()).isEqualTo("Active");
        assertThat(page.locator(".timeline").innerText())
                .contains("Switched off in part or whole", "Switched on again");
    }

    private void switchTo(Page page, String merchant, String may, String reason) {
        page.navigate(at("/desk/merchant/" + merchant));
        page.locator("details:has(input[name=may]) > summary").click();
        page.check("input[name=may][value=" + may + "]");
        page.fill("#f-reason", reason);
        page.locator("form[action$='/standing'] button").click();
        page.waitForSelector("[data-flash], [data-mistakes]");
    }

    /** The tokens of a form on the page. */
    private static FormData token(Page page, String form) {
        FormData data = FormData.create();
        Object fields = page.evaluate("form => [...new FormData(document.querySelector(form))]", form);
        for (Object field : (Iterable<?>) fields) {
            List<?> pair = (List<?>) field;
            String name = String.valueOf(pair.getFirst());
            if (name.equals("csrf-token") || name.equals("once")) {
                data.append(name, String.valueOf(pair.getLast()));
            }
        }
        return data;
    }

    private static Person second() {
        return People.all(TENANT, "finance").get(1);
    }

    private Page signedIn(Person person) {
        PortalBrowser browser = Objects.requireNonNull(opened);
        Page page =
                browser.context("en-GB", PageVisit.DESKTOP, ColorScheme.LIGHT).newPage();
        browser.signIn(page, TENANT, person);
        return page;
    }

    private String at(String path) {
        return Objects.requireNonNull(opened).at("/portal/" + TENANT + path);
    }
}
