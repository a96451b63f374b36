package io.tillgate.settlement.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.tillgate.settlement.bank.BankXml.Entry;
import io.tillgate.stack.FilledShop;
import io.tillgate.stack.People;
import io.tillgate.stack.People.Person;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The bank of a filled shop's tenant says what became of the shop's payout, over HTTP as any bank does. */
public final class BankTalk {
    private final String payout;
    private final String endToEnd;
    private final BigDecimal amount;

    private BankTalk(String payout) {
        this.payout = payout;
        JsonPath found = BankStand.signedIn(
                        People.of(FilledShop.TENANT, "finance").token())
                .get("/api/v1/payouts/" + payout)
                .jsonPath();
        this.endToEnd = found.getString("payout.attempts[0].endToEndId");
        this.amount = BigDecimal.valueOf(found.getLong("payout.amount.value"), 2);
    }

    /** Signed and released by two people, fetched by the bank. */
    public static BankTalk about(String payout) {
        List<Person> finance = People.all(FilledShop.TENANT, "finance");
        let("sign", finance.get(0), payout);
        String file = let("release", finance.get(1), payout).getString("files[0].messageId");
        BankStand.bankOf(FilledShop.TENANT)
                .get("/bank/v1/payment-files/" + file)
                .then()
                .statusCode(200);
        BankTalk talk = new BankTalk(payout);
        sends("payment-status-reports", BankXml.status(BankXml.id(), file, "ACSP", List.of()), 200);
        return talk;
    }

    private static JsonPath let(String what, Person person, String payout) {
        return BankStand.signedIn(person.token())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(Map.of("payouts", List.of(payout)))
                .post("/api/v1/payouts/" + what)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Booked, and beside it a charge that nobody expected. Answers the message's id. */
    public String books() {
        String id = BankXml.id();
        Entry charge =
                new Entry("NOTPROVIDED", "1.25", "DBIT", "BOOK", "C" + id, "<RmtInf><Ustrd>charge</Ustrd></RmtInf>");
        sends("notifications", BankXml.notification(id, Entry.paid(endToEnd, amount, "R" + id), charge), 200);
        return id;
    }

    /** What is no message. */
    public void mumbles() {
        sends("notifications", "<Document><not", 400);
    }

    /** The id of the newest message of a kind. */
    public String newest(String kind, String state) {
        return BankStand.signedIn(People.of(FilledShop.TENANT, "finance").token())
                .get("/api/v1/bank-messages?kind=" + kind + "&state=" + state)
                .jsonPath()
                .getString("items[0].id");
    }

    public String endToEnd() {
        return endToEnd;
    }

    public String payout() {
        return payout;
    }

    private static void sends(String where, String xml, int expected) {
        int status = BankStand.bankOf(FilledShop.TENANT)
                .contentType("application/xml")
                .body(xml.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/bank/v1/" + where)
                .statusCode();
        assertThat(status).isEqualTo(expected);
    }
}
