package io.tillgate.architecture;

import static io.tillgate.architecture.Probe.many;
import static io.tillgate.architecture.Probe.one;
import static io.tillgate.architecture.Probe.other;
import static io.tillgate.architecture.Probe.own;

import io.tillgate.architecture.Probe.Reach;
import io.tillgate.onboarding.rest.Applicants;
import io.tillgate.stack.FilledShop;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A probe for every operation of the API, with ids of one shop. Its owner does each of them too, in this order: what takes
 * something away stands last.
 */
final class Probes {
    private static final String OWNER = "merchant-owner";
    private static final String ADMIN = "acquirer-admin";
    private static final String ANALYST = "risk-analyst";
    private static final String FINANCE = "finance";
    private static final String UNDERWRITER = "underwriter";

    private final FilledShop shop;

    private Probes(FilledShop shop) {
        this.shop = shop;
    }

    static List<Probe> of(FilledShop shop) {
        Probes probes = new Probes(shop);
        return Stream.of(
                        probes.reading(),
                        probes.readingMoney(),
                        probes.readingFigures(),
                        probes.changingTheShop(),
                        probes.changingTheCatalogue(),
                        probes.staffAtWork(),
                        probes.settling(),
                        probes.ofTheBank(),
                        probes.takingAway(),
                        probes.ofNobodyInParticular())
                .flatMap(List::stream)
                .toList();
    }

    private List<Probe> reading() {
        String mine = "merchant=" + shop.id("merchant") + "&limit=200";
        String inStore = "store=" + shop.id("store") + "&" + mine;
        return List.of(
                many("GET /api/v1/applications", OWNER, "/api/v1/applications?limit=200"),
                one("GET /api/v1/applications/{id}", OWNER, at("/api/v1/applications/", "application")),
                one(
                        "GET /api/v1/applications/{id}/agreement",
                        OWNER,
                        at("/api/v1/applications/", "application") + "/agreement"),
                one(
                        "GET /api/v1/applications/{id}/agreement/accepted",
                        OWNER,
                        at("/api/v1/applications/", "application") + "/agreement/accepted"),
                one(
                        "GET /api/v1/applications/{id}/documents/{document}",
                        OWNER,
                        at("/api/v1/applications/", "application") + at("/documents/", "document")),
                many("GET /api/v1/change-requests", OWNER, "/api/v1/change-requests?limit=200"),
                one("GET /api/v1/change-requests/{id}", OWNER, at("/api/v1/change-requests/", "change")),
                many("GET /api/v1/merchants", OWNER, "/api/v1/merchants?limit=200"),
                one("GET /api/v1/merchants/{id}", OWNER, at("/api/v1/merchants/", "merchant")),
                one("GET /api/v1/merchants/{id}/accounts", OWNER, at("/api/v1/merchants/", "merchant") + "/accounts"),
                many("GET /api/v1/stores", OWNER, "/api/v1/stores?limit=200"),
                one("GET /api/v1/stores/{id}", OWNER, at("/api/v1/stores/", "store")),
                many("GET /api/v1/staff", OWNER, "/api/v1/staff?merchant=" + shop.id("merchant")),
                one("GET /api/v1/staff/{id}", OWNER, at("/api/v1/staff/", "staff")),
                many("GET /api/v1/terminals", OWNER, "/api/v1/terminals?limit=200"),
                one("GET /api/v1/terminals/{id}", OWNER, at("/api/v1/terminals/", "terminal")),
                one("GET /api/v1/terminals/{id}/commands", OWNER, at("/api/v1/terminals/", "terminal") + "/commands"),
                one("GET /api/v1/terminals/{id}/events", OWNER, at("/api/v1/terminals/", "terminal") + "/events"),
                many("GET /api/v1/products", OWNER, "/api/v1/products?" + mine),
                many("GET /api/v1/products/export", OWNER, "/api/v1/products/export?" + mine),
                one("GET /api/v1/products/{id}", OWNER, at("/api/v1/products/", "product") + "?" + mine),
                many("GET /api/v1/prices", OWNER, "/api/v1/prices?sku=" + FilledShop.SKU + "&" + mine),
                one("GET /api/v1/prices/{id}", OWNER, at("/api/v1/prices/", "price") + "?" + mine),
                one("GET /api/v1/stock", OWNER, "/api/v1/stock?" + inStore),
                one("GET /api/v1/stock/movements", OWNER, "/api/v1/stock/movements?" + inStore),
                many("GET /api/v1/coupons", OWNER, "/api/v1/coupons?" + mine),
                one("GET /api/v1/coupons/{id}", OWNER, at("/api/v1/coupons/", "coupon") + "?" + mine),
                many("GET /api/v1/promotions", OWNER, "/api/v1/promotions?" + mine),
                one("GET /api/v1/promotions/{id}", OWNER, at("/api/v1/promotions/", "promotion") + "?" + mine));
    }

    private List<Probe> readingMoney() {
        String store = "storeId=" + shop.id("store");
        return List.of(
                many("GET /api/v1/payments", OWNER, "/api/v1/payments?limit=200"),
                one("GET /api/v1/payments/{id}", OWNER, at("/api/v1/payments/", "payment")),
                many("GET /api/v1/payments/duties", FINANCE, "/api/v1/payments/duties?limit=200"),
                many("GET /api/v1/sales", OWNER, "/api/v1/sales?limit=200&" + store),
                many("GET /api/v1/sales/totals", OWNER, "/api/v1/sales/totals?" + store),
                many("GET /api/v1/sales/export", OWNER, "/api/v1/sales/export?" + store),
                one("GET /api/v1/sales/{id}", OWNER, at("/api/v1/sales/", "sale")),
                one("GET /api/v1/sales/{id}/receipt", OWNER, at("/api/v1/sales/", "sale") + "/receipt"),
                many("GET /api/v1/ledger/proof", FINANCE, "/api/v1/ledger/proof"),
                many("GET /api/v1/ledger/accounts", FINANCE, "/api/v1/ledger/accounts?limit=200"),
                one(
                        "GET /api/v1/ledger/accounts/{id}/entries",
                        FINANCE,
                        at("/api/v1/ledger/accounts/", "ledgerAccount") + "/entries"),
                one(
                        "GET /api/v1/ledger/payments/{id}/postings",
                        FINANCE,
                        at("/api/v1/ledger/payments/", "payment") + "/postings"),
                many("GET /api/v1/ledger/chain", FINANCE, "/api/v1/ledger/chain"),
                many("GET /api/v1/ledger/chain/verification", FINANCE, "/api/v1/ledger/chain/verification?after=0"),
                many("GET /api/v1/risk/decisions", ANALYST, "/api/v1/risk/decisions?limit=200"),
                one("GET /api/v1/risk/decisions/{payment}", ANALYST, at("/api/v1/risk/decisions/", "payment")),
                many("GET /api/v1/risk/lists", ANALYST, "/api/v1/risk/lists"),
                many(
                        "GET /api/v1/risk/lists/{list}/entries",
                        ANALYST,
                        "/api/v1/risk/lists/blocked-bins/entries?limit=200"),
                one(
                        "GET /api/v1/risk/lists/{list}/entries/{id}",
                        ANALYST,
                        at("/api/v1/risk/lists/blocked-bins/entries/", "listEntry")),
                many("GET /api/v1/risk/reviews", ANALYST, "/api/v1/risk/reviews?limit=200"),
                one("GET /api/v1/risk/reviews/{id}", ANALYST, at("/api/v1/risk/reviews/", "review")),
                many("GET /api/v1/risk/rules", ANALYST, "/api/v1/risk/rules"),
                many("GET /api/v1/audit", OWNER, "/api/v1/audit?limit=200"));
    }

    private List<Probe> readingFigures() {
        String store = "?storeId=" + shop.id("store");
        return List.of(
                many("GET /api/v1/analytics/summary", OWNER, "/api/v1/analytics/summary" + store),
                many("GET /api/v1/analytics/takings", OWNER, "/api/v1/analytics/takings" + store + "&by=store"),
                many(
                        "GET /api/v1/analytics/takings/export",
                        OWNER,
                        "/api/v1/analytics/takings/export" + store + "&by=store"),
                many("GET /api/v1/analytics/products", OWNER, "/api/v1/analytics/products" + store),
                many("GET /api/v1/analytics/products/export", OWNER, "/api/v1/analytics/products/export" + store),
                many("GET /api/v1/analytics/approvals", OWNER, "/api/v1/analytics/approvals" + store),
                many("GET /api/v1/analytics/customers", OWNER, "/api/v1/analytics/customers" + store),
                many("GET /api/v1/analytics/merchants", FINANCE, "/api/v1/analytics/merchants?limit=200"),
                many("GET /api/v1/analytics/merchants/export", FINANCE, "/api/v1/analytics/merchants/export"),
                many("GET /api/v1/analytics/rebuild", ADMIN, "/api/v1/analytics/rebuild"));
    }

    private List<Probe> changingTheShop() {
        Map<String, Object> bank = Map.of("holder", "T", "iban", "DE89370400440532013000");
        String terminal = at("/api/v1/terminals/", "terminal");
        return List.of(
                one(
                        "POST /api/v1/applications/{id}/documents",
                        OWNER,
                        at("/api/v1/applications/", "application") + "/documents?name=more.pdf"),
                one(
                        "PUT /api/v1/applications/{id}",
                        OWNER,
                        at("/api/v1/applications/", "application"),
                        Applicants.form("Taken Over")),
                one(
                        "POST /api/v1/applications/{id}/agreement",
                        OWNER,
                        at("/api/v1/applications/", "application") + "/agreement",
                        Map.of("version", "2026-01")),
                one(
                        "POST /api/v1/applications/{id}/submit",
                        OWNER,
                        at("/api/v1/applications/", "application") + "/submit"),
                one("PUT /api/v1/stores/{id}", OWNER, at("/api/v1/stores/", "store"), store()),
                one(
                        "POST /api/v1/change-requests",
                        OWNER,
                        "/api/v1/change-requests",
                        Map.of(
                                "accountId",
                                shop.id("account"),
                                "change",
                                Map.of("bankAccount", bank, "reason", "moved"))),
                one(
                        "POST /api/v1/terminals",
                        OWNER,
                        "/api/v1/terminals",
                        Map.of(
                                "storeId", shop.id("store"),
                                "merchantAccountId", shop.id("account"),
                                "label", "Another")),
                one(
                        "POST /api/v1/terminals/{id}/activation-code",
                        OWNER,
                        at("/api/v1/terminals/", "spareTerminal") + "/activation-code"),
                one("POST /api/v1/terminals/{id}/commands", OWNER, terminal + "/commands", Map.of("kind", "reboot")),
                one(
                        "POST /api/v1/payments/{id}/refunds",
                        OWNER,
                        at("/api/v1/payments/", "payment") + "/refunds",
                        Map.of("amount", FilledShop.euro(10))),
                one(
                        "POST /api/v1/payments/{id}/void",
                        OWNER,
                        at("/api/v1/payments/", "typedPayment") + "/void",
                        Map.of()));
    }

    private List<Probe> changingTheCatalogue() {
        return List.of(
                one(
                        "PUT /api/v1/products/{id}",
                        OWNER,
                        at("/api/v1/products/", "product"),
                        FilledShop.product(FilledShop.SKU)),
                one(
                        "PUT /api/v1/coupons/{id}",
                        OWNER,
                        at("/api/v1/coupons/", "coupon"),
                        FilledShop.coupon("CHANGED-1")),
                one(
                        "PUT /api/v1/promotions/{id}",
                        OWNER,
                        at("/api/v1/promotions/", "promotion"),
                        FilledShop.promotion(shop.id("store"))),
                one("POST /api/v1/promotions", OWNER, "/api/v1/promotions", FilledShop.promotion(shop.id("store"))),
                one(
                        "POST /api/v1/prices",
                        OWNER,
                        "/api/v1/prices",
                        Map.of("sku", FilledShop.SKU, "store", shop.id("store"), "price", FilledShop.euro(1))),
                one(
                        "POST /api/v1/stock/movements",
                        OWNER,
                        "/api/v1/stock/movements",
                        Map.of(
                                "id", UUID.randomUUID().toString(),
                                "store", shop.id("store"),
                                "reason", "receipt",
                                "lines", List.of(Map.of("sku", FilledShop.SKU, "quantity", "1")))),
                one("POST /api/v1/prices/{id}/revert", OWNER, at("/api/v1/prices/", "price") + "/revert"));
    }

    private List<Probe> staffAtWork() {
        return List.of(
                one(
                        "PATCH /api/v1/merchants/{id}",
                        ADMIN,
                        at("/api/v1/merchants/", "merchant"),
                        Map.of("tradingName", "Renamed")),
                one(
                        "POST /api/v1/merchants/{id}/accounts",
                        ADMIN,
                        at("/api/v1/merchants/", "merchant") + "/accounts",
                        Map.of(
                                "currency", "EUR",
                                "categoryCode", "5814",
                                "feePlan", "volume",
                                "bankAccount", Map.of("holder", "T", "iban", "DE89370400440532013000"),
                                "reason", "a second counter")),
                one("POST /api/v1/stores", ADMIN, "/api/v1/stores", store()),
                // a merchant's owner lets people in to the own merchant, whatever the body says
                own("POST /api/v1/staff", ADMIN, staff()),
                one(
                        "POST /api/v1/applications/{id}/review",
                        UNDERWRITER,
                        at("/api/v1/applications/", "application") + "/review",
                        Map.of("decision", "approve")),
                // by now the host may have answered: nothing is owed to anybody
                one(
                        "POST /api/v1/payments/duties/{id}/retry",
                        "",
                        at("/api/v1/payments/duties/", "lostPayment") + "/retry"),
                one(
                        "POST /api/v1/change-requests/{id}/confirm",
                        FINANCE,
                        at("/api/v1/change-requests/", "change") + "/confirm"),
                one(
                        "POST /api/v1/change-requests/{id}/reject",
                        OWNER,
                        at("/api/v1/change-requests/", "change") + "/reject",
                        Map.of("reason", "no")),
                one(
                        "POST /api/v1/risk/reviews/{id}/decision",
                        ANALYST,
                        at("/api/v1/risk/reviews/", "review") + "/decision",
                        Map.of("outcome", "accepted")),
                one(
                        "DELETE /api/v1/risk/lists/{list}/entries/{id}",
                        ANALYST,
                        at("/api/v1/risk/lists/blocked-bins/entries/", "listEntry")));
    }

    private List<Probe> settling() {
        String settlement = at("/api/v1/settlements/", "settlement");
        String payout = at("/api/v1/payouts/", "payout");
        Map<String, Object> these = Map.of("payouts", List.of(shop.id("payout")));
        Map<String, Object> because = Map.of("reason", "a test");
        return List.of(
                many("GET /api/v1/settlements", OWNER, "/api/v1/settlements?limit=200"),
                one("GET /api/v1/settlements/{id}", OWNER, settlement),
                one("GET /api/v1/settlements/{id}/accounts", OWNER, settlement + "/accounts?limit=200"),
                one("GET /api/v1/settlements/{id}/items", OWNER, settlement + "/items?limit=200"),
                one("GET /api/v1/settlements/{id}/funding", FINANCE, settlement + "/funding"),
                many("GET /api/v1/payouts", OWNER, "/api/v1/payouts?limit=200"),
                one("GET /api/v1/payouts/{id}", OWNER, payout),
                one("GET /api/v1/payouts/{id}/items", OWNER, payout + "/items?limit=200"),
                one("GET /api/v1/payouts/{id}/statement", OWNER, payout + "/statement?format=csv"),
                one(
                        "GET /api/v1/merchant-accounts/{account}/statements/{month}",
                        OWNER,
                        at("/api/v1/merchant-accounts/", "account") + "/statements/" + YearMonth.now(ZoneOffset.UTC)
                                + "?format=csv"),
                own("GET /api/v1/payouts/next", OWNER, null),
                own("GET /api/v1/payouts/waiting", OWNER, null),
                many("GET /api/v1/payouts/files", FINANCE, "/api/v1/payouts/files?limit=200"),
                many("GET /api/v1/adjustments", FINANCE, "/api/v1/adjustments?limit=200"),
                one("GET /api/v1/adjustments/{id}", "", at("/api/v1/adjustments/", "payout")),
                one(
                        "POST /api/v1/adjustments",
                        FINANCE,
                        "/api/v1/adjustments",
                        Map.of("account", shop.id("account"), "amount", FilledShop.euro(1), "reason", "a test")),
                one("POST /api/v1/adjustments/{id}/confirm", "", at("/api/v1/adjustments/", "payout") + "/confirm"),
                one(
                        "POST /api/v1/adjustments/{id}/reject",
                        "",
                        at("/api/v1/adjustments/", "payout") + "/reject",
                        because),
                many("GET /api/v1/reserves", OWNER, "/api/v1/reserves?limit=200"),
                many("GET /api/v1/reserves/terms", FINANCE, "/api/v1/reserves/terms?limit=200"),
                one(
                        "POST /api/v1/reserves/terms",
                        FINANCE,
                        "/api/v1/reserves/terms",
                        Map.of("account", shop.id("account"), "partsPerMillion", 0, "days", 1, "reason", "a test")),
                one(
                        "POST /api/v1/reserves/terms/{id}/confirm",
                        "",
                        at("/api/v1/reserves/terms/", "payout") + "/confirm"),
                one("POST /api/v1/reserves/terms/{id}/reject", "", at("/api/v1/reserves/terms/", "payout") + "/reject"),
                many("GET /api/v1/bank-breaks", FINANCE, "/api/v1/bank-breaks?limit=200"),
                one(
                        "POST /api/v1/settlements/{id}/funding",
                        FINANCE,
                        settlement + "/funding",
                        Map.of(
                                "received", FilledShop.euro(1),
                                "bankReference", "PROBE-1",
                                "settlementDate", "2026-11-22")),
                one("POST /api/v1/payouts/sign", FINANCE, "/api/v1/payouts/sign", these),
                // by the person who signed, who is told so
                one("POST /api/v1/payouts/release", FINANCE, "/api/v1/payouts/release", these),
                one("POST /api/v1/payouts/{id}/retry", FINANCE, payout + "/retry", because),
                one("POST /api/v1/payouts/{id}/cancel", FINANCE, payout + "/cancel", because),
                // a shop that the bank has nothing to say about has no break of its own
                one(
                        "POST /api/v1/bank-breaks/{id}/resolve",
                        "",
                        at("/api/v1/bank-breaks/", "payout") + "/resolve",
                        Map.of("resolution", "a test")),
                one("POST /api/v1/bank-breaks/{id}/confirm", "", at("/api/v1/bank-breaks/", "payout") + "/confirm"),
                one("POST /api/v1/bank-breaks/{id}/withdraw", "", at("/api/v1/bank-breaks/", "payout") + "/withdraw"),
                own("POST /api/v1/settlements", FINANCE, null));
    }

    /** A merchant has no part in it; that one tenant's bank does not see another's is shown where there are files. */
    private List<Probe> ofTheBank() {
        String nothing = "/00000000-0000-7000-8000-000000000001";
        return List.of(
                many("GET /bank/v1/payment-files", "", "/bank/v1/payment-files"),
                one("GET /bank/v1/payment-files/{messageId}", "", "/bank/v1/payment-files" + nothing),
                own("POST /bank/v1/payment-status-reports", "", "<a/>"),
                own("POST /bank/v1/statements", "", "<a/>"),
                own("POST /bank/v1/notifications", "", "<a/>"),
                many("GET /api/v1/bank-messages", FINANCE, "/api/v1/bank-messages?limit=200"),
                one("GET /api/v1/bank-messages/{id}", "", "/api/v1/bank-messages" + nothing),
                one("GET /api/v1/bank-messages/{id}/content", "", "/api/v1/bank-messages" + nothing + "/content"));
    }

    private List<Probe> takingAway() {
        return List.of(
                one("DELETE /api/v1/coupons/{id}", OWNER, at("/api/v1/coupons/", "coupon")),
                one("DELETE /api/v1/promotions/{id}", OWNER, at("/api/v1/promotions/", "promotion")),
                one("DELETE /api/v1/products/{id}", OWNER, at("/api/v1/products/", "product")),
                one("POST /api/v1/terminals/{id}/revoke", OWNER, at("/api/v1/terminals/", "terminal") + "/revoke"),
                one("DELETE /api/v1/staff/{id}", OWNER, at("/api/v1/staff/", "staff")),
                one("DELETE /api/v1/stores/{id}", OWNER, at("/api/v1/stores/", "store")),
                one(
                        "POST /api/v1/applications/{id}/withdraw",
                        OWNER,
                        at("/api/v1/applications/", "application") + "/withdraw"));
    }

    private List<Probe> ofNobodyInParticular() {
        return List.of(
                own("GET /api/v1/me", OWNER, null),
                own("POST /api/v1/applications", OWNER, Map.of()),
                own(
                        "POST /api/v1/applications/invitations",
                        ADMIN,
                        Map.of("email", "anna@example.com", "name", "Anna", "language", "en")),
                own("POST /api/v1/analytics/rebuild", ADMIN, Map.of("from", "2026-01-01", "to", "2026-01-02")),
                own("POST /api/v1/products", OWNER, FilledShop.product("NEW-1")),
                own("POST /api/v1/products/import", OWNER, "sku"),
                own("POST /api/v1/coupons", OWNER, FilledShop.coupon("NEW-1")),
                own("POST /api/v1/risk/rules/test", ANALYST, Map.of("when", "amount > 1")),
                new Probe(
                        "POST /api/v1/risk/lists/{list}/entries",
                        ANALYST,
                        "/api/v1/risk/lists/blocked-bins/entries",
                        Map.of("value", "499999"),
                        Reach.OWN),
                other(Reach.PLATFORM, "GET /api/v1/tenants"),
                other(Reach.PLATFORM, "POST /api/v1/tenants"),
                other(Reach.PLATFORM, "GET /api/v1/tenants/{slug}"),
                other(Reach.PLATFORM, "PUT /api/v1/tenants/{slug}"),
                other(Reach.PLATFORM, "POST /api/v1/tenants/{slug}/staff"),
                other(Reach.PLATFORM, "POST /api/v1/tenants/{slug}/bank-client"),
                other(Reach.PLATFORM, "POST /api/v1/tenants/{slug}/suspension"),
                other(Reach.PLATFORM, "DELETE /api/v1/tenants/{slug}/suspension"),
                other(Reach.TERMINAL, "GET /.well-known/est/{tenant}/cacerts"),
                other(Reach.TERMINAL, "GET /.well-known/est/{tenant}/csrattrs"),
                other(Reach.TERMINAL, "POST /.well-known/est/{tenant}/simpleenroll"),
                other(Reach.TERMINAL, "POST /.well-known/est/{tenant}/simplereenroll"));
    }

    private Map<String, Object> store() {
        return Map.of(
                "merchantId", shop.id("merchant"),
                "name", Map.of("en", "Second", "zh", "二店"),
                "address", Map.of("line1", "Damrak 2", "city", "Amsterdam", "country", "NL"),
                "timeZone", "Europe/Amsterdam");
    }

    private Map<String, Object> staff() {
        String username = "helper-" + shop.id("merchant").substring(24);
        return Map.of(
                "role",
                "merchant-owner",
                "username",
                username,
                "email",
                username + "@example.com",
                "password",
                "correct-horse-battery",
                "merchant",
                shop.id("merchant"));
    }

    private String at(String path, String kind) {
        return path + shop.id(kind);
    }
}
