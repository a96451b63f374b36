package io.tillgate.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tillgate.stack.FilledShop;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every page of a shop, seen in a real browser by its owner. */
@QuarkusTest
class SeeingTheMerchantFaceIT {
    @TestHTTPResource("/")
    @Nullable
    URI root;

    @Test
    void every_page_is_whole_in_both_languages_on_every_screen() {
        FilledShop shop = FilledShop.ofTheRun();

        try (PortalBrowser browser = new PortalBrowser(Objects.requireNonNull(root));
                PortalTour tour = new PortalTour(browser, FilledShop.TENANT, shop.owner())) {
            assertThat(tour.faults(pages(shop))).isEmpty();
        }
    }

    static List<PageVisit> pages(FilledShop shop) {
        String sale = "sales/" + shop.id("sale");
        String till = "tills/" + shop.id("terminal");
        List<PageVisit> visits = new ArrayList<>();
        visits.addAll(PageVisit.everywhere("merchant", "home", ""));
        visits.addAll(PageVisit.everywhere("merchant", "sales", "sales"));
        visits.addAll(PageVisit.everywhere("merchant", "sale", sale));
        visits.addAll(PageVisit.everywhere("merchant", "payouts", "payouts"));
        visits.addAll(PageVisit.everywhere("merchant", "payout", "payouts/" + shop.id("payout")));
        visits.addAll(PageVisit.atTheDesk("merchant", "payouts-none", "payouts?to=2020-01-01"));
        visits.addAll(PageVisit.everywhere("merchant", "tills", "tills"));
        visits.addAll(PageVisit.atTheDesk("merchant", "tills-none", "tills?q=nowhere"));
        visits.addAll(PageVisit.everywhere("merchant", "till", till));
        visits.addAll(PageVisit.everywhere("merchant", "products", "products"));
        visits.addAll(PageVisit.everywhere("merchant", "product", "products/" + shop.id("product")));
        visits.addAll(PageVisit.everywhere("merchant", "refund", sale + "/refund"));
        visits.addAll(PageVisit.atTheDesk("merchant", "sales-none", "sales?q=0000"));
        visits.addAll(PageVisit.atTheDesk("merchant", "void", sale + "/void"));
        visits.addAll(PageVisit.atTheDesk("merchant", "till-new", "tills/new"));
        visits.addAll(PageVisit.atTheDesk("merchant", "till-block", till + "/block"));
        visits.addAll(PageVisit.atTheDesk("merchant", "till-code", till + "/code"));
        visits.addAll(PageVisit.atTheDesk("merchant", "product-new", "products/new"));
        visits.addAll(PageVisit.atTheDesk("merchant", "import", "products/import"));
        visits.addAll(PageVisit.atTheDesk("merchant", "offers", "offers"));
        visits.addAll(PageVisit.atTheDesk("merchant", "promotion-new", "offers/promotions/new"));
        visits.addAll(PageVisit.atTheDesk("merchant", "coupon-new", "offers/coupons/new"));
        visits.addAll(PageVisit.everywhere("merchant", "reports", "reports"));
        for (String by : new String[] {"hour", "store", "till", "method", "product", "approval"}) {
            visits.addAll(PageVisit.atTheDesk("merchant", "reports-" + by, "reports?period=7&by=" + by));
        }
        visits.addAll(PageVisit.atTheDesk("merchant", "reports-none", "reports?from=2020-01-01&to=2020-01-02&period="));
        visits.addAll(PageVisit.everywhere("merchant", "customers", "customers"));
        visits.addAll(PageVisit.everywhere("merchant", "stores", "stores"));
        visits.addAll(PageVisit.atTheDesk("merchant", "store-new", "stores/new"));
        visits.addAll(PageVisit.atTheDesk("merchant", "store", "stores/" + shop.id("store")));
        visits.addAll(PageVisit.everywhere("merchant", "team", "team"));
        visits.addAll(PageVisit.everywhere("merchant", "settings", "settings"));
        visits.addAll(PageVisit.everywhere("merchant", "agreement", "settings/agreement"));
        visits.addAll(PageVisit.atTheDesk("merchant", "bank-account", "settings/bank/" + shop.id("account")));
        visits.addAll(PageVisit.atTheDesk("merchant", "account", "account"));
        return visits;
    }
}
