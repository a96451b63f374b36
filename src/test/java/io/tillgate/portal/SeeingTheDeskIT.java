package io.tillgate.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tillgate.onboarding.rest.Applicants;
import io.tillgate.settlement.bank.BankTalk;
import io.tillgate.stack.FilledShop;
import io.tillgate.stack.People;
import io.tillgate.stack.People.Person;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every page of the acquirer's and the operator's faces, seen in a real browser; and who does not get to see it. */
@QuarkusTest
class SeeingTheDeskIT {
    /** Pages, and the roles of the acquirer that may not open them. */
    private static final Map<String, List<String>> DENIED = Map.ofEntries(
            Map.entry("desk/applications", List.of("finance")),
            Map.entry("desk/applications/invite", List.of("finance", "risk-analyst")),
            Map.entry("desk/risk", List.of("finance", "support", "underwriter")),
            Map.entry("desk/rules", List.of("finance", "support", "underwriter")),
            Map.entry("desk/rules/decisions", List.of("finance", "support", "underwriter")),
            Map.entry("desk/rules/lists", List.of("finance", "support", "underwriter")),
            Map.entry("desk/tills", List.of("finance", "underwriter")),
            Map.entry("desk/payouts", List.of("risk-analyst", "underwriter")),
            Map.entry("desk/runs", List.of("support", "risk-analyst", "underwriter")),
            Map.entry("desk/runs/breaks", List.of("support", "risk-analyst", "underwriter")),
            Map.entry("desk/bank-messages", List.of("support", "risk-analyst", "underwriter")),
            Map.entry("desk/bank-messages/export.csv", List.of("support", "risk-analyst", "underwriter")),
            Map.entry("desk/payments/duties", List.of("risk-analyst", "underwriter")),
            Map.entry("desk/adjustments", List.of("support", "risk-analyst", "underwriter")),
            Map.entry("desk/changes", List.of("support", "risk-analyst", "underwriter")),
            Map.entry("desk/audit", List.of("finance", "risk-analyst", "underwriter")),
            Map.entry("desk/audit/export.csv", List.of("finance", "risk-analyst", "underwriter")),
            Map.entry("desk/staff", List.of("support", "finance", "risk-analyst", "underwriter")));

    private static final List<String> FOR_ALL_STAFF = List.of("desk/find", "desk/merchants", "desk/fees");

    @TestHTTPResource("/")
    @Nullable
    URI root;

    @Test
    void every_page_of_the_acquirer_is_whole_in_both_languages_on_every_screen() {
        FilledShop shop = FilledShop.ofTheRun();
        String waiting = Applicants.submitted(
                Applicants.newOwner(FilledShop.TENANT),
                "Hafenladen " + shop.id("sale").substring(30));
        BankTalk bank = BankTalk.about(FilledShop.newOne("Bank Words").id("payout"));
        bank.mumbles();
        bank.books();

        try (PortalBrowser browser = new PortalBrowser(Objects.requireNonNull(root));
                PortalTour tour =
                        new PortalTour(browser, FilledShop.TENANT, People.of(FilledShop.TENANT, "acquirer-admin"))) {
            List<PageVisit> visits = new ArrayList<>(pages(shop, waiting));
            visits.addAll(bankPages(bank));
            assertThat(tour.faults(visits)).isEmpty();
        }
    }

    @Test
    void every_page_of_the_operator_is_whole_in_both_languages() {
        People.awaitTenants();

        try (PortalBrowser browser = new PortalBrowser(Objects.requireNonNull(root));
                PortalTour tour = new PortalTour(browser, "platform", People.operator())) {
            assertThat(tour.faults(operatorPages())).isEmpty();
        }
    }

    @Test
    void nobody_opens_a_page_of_another_role() {
        People.awaitTenants();
        try (PortalBrowser browser = new PortalBrowser(Objects.requireNonNull(root))) {
            for (String role : List.of("underwriter", "risk-analyst", "finance", "support")) {
                Page page = signedIn(browser, People.of(FilledShop.TENANT, role));
                DENIED.forEach((path, denied) -> assertThat(status(browser, page, path))
                        .as(role + " at " + path)
                        .isEqualTo(denied.contains(role) ? 403 : 200));
                FOR_ALL_STAFF.forEach(path -> assertThat(status(browser, page, path))
                        .as(role + " at " + path)
                        .isEqualTo(200));
                assertThat(status(browser, page, "operate/health")).isEqualTo(403);
            }
            Page owner = signedIn(browser, People.of(FilledShop.TENANT, "merchant-owner"));
            DENIED.keySet()
                    .forEach(path -> assertThat(status(browser, owner, path))
                            .as("an owner at " + path)
                            .isEqualTo(403));
            FOR_ALL_STAFF.forEach(
                    path -> assertThat(status(browser, owner, path)).isEqualTo(403));
        }
    }

    @Test
    void another_tenants_things_do_not_exist() {
        FilledShop shop = FilledShop.ofTheRun();
        Person other = People.of("jiuzhou", "acquirer-admin");
        try (PortalBrowser browser = new PortalBrowser(Objects.requireNonNull(root));
                BrowserContext context = browser.context("en-GB", PageVisit.DESKTOP, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            browser.signIn(page, "jiuzhou", other);
            for (String path : List.of(
                    "application/" + shop.id("application"),
                    "application/" + shop.id("application") + "/documents/" + shop.id("document"),
                    "merchant/" + shop.id("merchant"),
                    "till/" + shop.id("terminal"),
                    "payments/" + shop.id("payment"),
                    "payout/" + shop.id("payout"),
                    "runs/" + shop.id("settlement"),
                    "risk/reviews/" + shop.id("review"),
                    "merchant/" + UUID.randomUUID(),
                    "merchant/nothing")) {
                assertThat(page.request()
                                .get(browser.at("/portal/jiuzhou/desk/" + path))
                                .status())
                        .as(path)
                        .isEqualTo(404);
            }
        }
    }

    private static Page signedIn(PortalBrowser browser, Person person) {
        Page page =
                browser.context("en-GB", PageVisit.DESKTOP, ColorScheme.LIGHT).newPage();
        browser.signIn(page, FilledShop.TENANT, person);
        return page;
    }

    private static int status(PortalBrowser browser, Page page, String path) {
        return page.request()
                .get(browser.at("/portal/" + FilledShop.TENANT + "/" + path))
                .status();
    }

    static List<PageVisit> operatorPages() {
        List<PageVisit> visits = new ArrayList<>(PageVisit.everywhere("operator", "tenants", ""));
        visits.addAll(PageVisit.atTheDesk("operator", "tenant", "operate/tenants/harbour"));
        visits.addAll(PageVisit.atTheDesk("operator", "health", "operate/health"));
        visits.addAll(PageVisit.atTheDesk("operator", "audit", "operate/audit"));
        return visits;
    }

    private static List<PageVisit> bankPages(BankTalk bank) {
        List<PageVisit> visits = new ArrayList<>();
        visits.addAll(PageVisit.everywhere("acquirer", "bank-messages", "desk/bank-messages"));
        visits.addAll(PageVisit.everywhere(
                "acquirer", "bank-message", "desk/bank-messages/" + bank.newest("notification", "taken")));
        visits.addAll(PageVisit.atTheDesk(
                "acquirer", "bank-message-refused", "desk/bank-messages/" + bank.newest("notification", "refused")));
        visits.addAll(PageVisit.atTheDesk("acquirer", "payout-paid", "desk/payout/" + bank.payout()));
        visits.addAll(PageVisit.atTheDesk("acquirer", "find-nothing", "desk/find?q=999999"));
        return visits;
    }

    static List<PageVisit> pages(FilledShop shop, String waiting) {
        List<PageVisit> visits = new ArrayList<>();
        visits.addAll(PageVisit.everywhere("acquirer", "today", ""));
        visits.addAll(PageVisit.everywhere("acquirer", "applications", "desk/applications"));
        visits.addAll(PageVisit.everywhere("acquirer", "application", "desk/application/" + waiting));
        visits.addAll(PageVisit.everywhere("acquirer", "payouts", "desk/payouts?state=all"));
        visits.addAll(PageVisit.everywhere("acquirer", "risk", "desk/risk"));
        visits.addAll(PageVisit.everywhere("acquirer", "tills", "desk/tills"));
        visits.addAll(PageVisit.everywhere("acquirer", "till", "desk/till/" + shop.id("terminal")));
        visits.addAll(
                PageVisit.atTheDesk("acquirer", "application-decided", "desk/application/" + shop.id("application")));
        visits.addAll(PageVisit.atTheDesk("acquirer", "invite", "desk/applications/invite"));
        visits.addAll(PageVisit.atTheDesk("acquirer", "applications-none", "desk/applications?q=nobody-at-all"));
        visits.addAll(PageVisit.atTheDesk("acquirer", "merchants", "desk/merchants"));
        visits.addAll(PageVisit.atTheDesk("acquirer", "merchant", "desk/merchant/" + shop.id("merchant")));
        visits.addAll(PageVisit.atTheDesk("acquirer", "changes", "desk/changes"));
        visits.addAll(PageVisit.atTheDesk("acquirer", "adjustments", "desk/adjustments"));
        visits.addAll(PageVisit.atTheDesk("acquirer", "review", "desk/risk/reviews/" + shop.id("review")));
        visits.addAll(PageVisit.atTheDesk("acquirer", "rules", "desk/rules?when=amount+%3E+100"));
        visits.addAll(PageVisit.atTheDesk("acquirer", "decisions", "desk/rules/decisions?outcome=all"));
        visits.addAll(PageVisit.atTheDesk("acquirer", "lists", "desk/rules/lists?list=blocked-bins"));
        visits.addAll(PageVisit.atTheDesk("acquirer", "payout", "desk/payout/" + shop.id("payout")));
        visits.addAll(PageVisit.atTheDesk("acquirer", "runs", "desk/runs"));
        visits.addAll(PageVisit.atTheDesk("acquirer", "run", "desk/runs/" + shop.id("settlement")));
        visits.addAll(PageVisit.atTheDesk("acquirer", "breaks", "desk/runs/breaks"));
        visits.addAll(PageVisit.atTheDesk("acquirer", "find", "desk/find?q=" + shop.id("terminalNumber")));
        visits.addAll(PageVisit.atTheDesk("acquirer", "payment", "desk/payments/" + shop.id("lostPayment")));
        visits.addAll(PageVisit.atTheDesk("acquirer", "duties", "desk/payments/duties?state=answered"));
        visits.addAll(PageVisit.atTheDesk("acquirer", "fees", "desk/fees"));
        visits.addAll(PageVisit.atTheDesk("acquirer", "audit", "desk/audit"));
        visits.addAll(PageVisit.atTheDesk("acquirer", "staff", "desk/staff"));
        return visits;
    }
}
