package io.tillgate.settlement.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.tillgate.launcher.demo.OpenShop;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.settlement.BankEntryView;
import io.tillgate.settlement.BankMessageBox;
import io.tillgate.settlement.BankMessageBox.Filter;
import io.tillgate.settlement.BankMessageView;
import io.tillgate.settlement.BankSaid;
import io.tillgate.settlement.PayoutView;
import io.tillgate.settlement.bank.BankStand.Released;
import io.tillgate.settlement.bank.BankXml.Entry;
import io.tillgate.shared.TenantId;
import io.tillgate.tenancy.Tenants;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Finance looks at what the bank sent: what each entry did, and which message said what of a payout. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // injected
class LookingAtBankMessagesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final PageRequest FEW = new PageRequest(50, null);

    @Inject
    BankStand stand;

    @Inject
    BankMessageBox box;

    @Inject
    Tenants tenants;

    @Test
    void each_entry_keeps_what_it_came_to_and_a_payout_knows_what_was_said_of_it() {
        Released file = stand.release(2);
        stand.bank().get("/bank/v1/payment-files/" + file.messageId()).then().statusCode(200);
        PayoutView bad = stand.payout(file.payouts().get(0));
        PayoutView good = stand.payout(file.payouts().get(1));
        String status = BankXml.id();
        tell("payment-status-reports", BankXml.status(status, file.messageId(), "PART", List.of(name(bad))));
        String early = BankXml.id();
        tell("notifications", BankXml.notification(early, Entry.back(name(good), amount(good), "T" + early)));
        String late = BankXml.id();
        Entry charge =
                new Entry("NOTPROVIDED", "1.25", "DBIT", "BOOK", "C" + late, "<RmtInf><Ustrd>x</Ustrd></RmtInf>");
        tell("notifications", BankXml.notification(late, Entry.paid(name(good), amount(good), "U" + late), charge));
        String statement = BankXml.id();
        tell("statements", BankXml.statement(statement, Entry.paid(name(good), amount(good), "U" + late)));

        assertThat(entries(status)).singleElement().satisfies(entry -> {
            assertThat(entry.what()).isEqualTo("rejected");
            assertThat(entry.outcome()).isEqualTo("done");
            assertThat(entry.payout()).isEqualTo(bad.id());
            assertThat(entry.merchant()).isEqualTo(bad.merchantName());
            assertThat(entry.reasonCode()).isEqualTo("AC01");
        });
        assertThat(entries(early))
                .extracting(BankEntryView::what, BankEntryView::outcome)
                .containsExactly(pair("back", "waiting"));
        assertThat(entries(late))
                .extracting(BankEntryView::what, BankEntryView::outcome)
                .containsExactly(pair("paid", "done"), pair("back", "done"), pair("other", "broken"));
        assertThat(entries(late).getLast().difference()).isNotNull();
        assertThat(entries(statement))
                .extracting(BankEntryView::what, BankEntryView::outcome)
                .containsExactly(pair("paid", "known"));
        assertThat(one(late).told()).isEqualTo(3);
        assertThat(one(late).changed()).isEqualTo(2);
        assertThat(one(statement).changed()).isZero();
        assertThat(box.about(tenant(), List.of(name(good))).await().atMost(PATIENCE))
                .extracting(BankSaid::messageId)
                .containsExactly(early, late, late, statement);
    }

    @Test
    void messages_are_found_by_every_name_in_them_and_by_nobody_else() {
        Released file = stand.release(1);
        stand.bank().get("/bank/v1/payment-files/" + file.messageId()).then().statusCode(200);
        PayoutView payout = stand.payout(file.payouts().getFirst());
        String id = BankXml.id();
        tell("notifications", BankXml.notification(id, Entry.paid(name(payout), amount(payout), "R" + id)));

        assertThat(found(null, id)).containsExactly(id);
        assertThat(found(null, "R" + id)).containsExactly(id);
        assertThat(found("notification", name(payout))).containsExactly(id);
        assertThat(found("statement", name(payout))).isEmpty();
        assertThat(box.page(tenant(), new Filter(null, null, true, id), FEW)
                        .await()
                        .atMost(PATIENCE)
                        .items())
                .isEmpty();
        TenantId other = tenants.bySlug("jiuzhou").orElseThrow().id();
        assertThat(box.page(other, new Filter(null, null, false, id), FEW)
                        .await()
                        .atMost(PATIENCE)
                        .items())
                .isEmpty();
        assertThat(box.entries(other, one(id).id(), FEW)
                        .await()
                        .atMost(PATIENCE)
                        .items())
                .isEmpty();
    }

    @Test
    void what_is_refused_says_why_and_told_nothing() {
        stand.post("<Document><not").post("/bank/v1/statements").then().statusCode(400);

        BankMessageView refused = box.page(tenant(), Filter.of("statement", "refused"), FEW)
                .await()
                .atMost(PATIENCE)
                .items()
                .getFirst();
        assertThat(refused.refusal()).isEqualTo("BANK_MESSAGE_UNKNOWN");
        assertThat(refused.detail()).isNotEmpty();
        assertThat(refused.told()).isZero();
    }

    private List<String> found(@Nullable String kind, String text) {
        return box.page(tenant(), new Filter(kind, null, false, text), FEW).await().atMost(PATIENCE).items().stream()
                .map(message -> String.valueOf(message.messageId()))
                .toList();
    }

    private BankMessageView one(String messageId) {
        return box
                .page(tenant(), new Filter(null, "taken", false, messageId), FEW)
                .await()
                .atMost(PATIENCE)
                .items()
                .stream()
                .filter(each -> messageId.equals(each.messageId()))
                .findFirst()
                .orElseThrow();
    }

    private List<BankEntryView> entries(String messageId) {
        UUID id = one(messageId).id();
        return box.entries(tenant(), id, FEW).await().atMost(PATIENCE).items();
    }

    private void tell(String where, String xml) {
        stand.post(xml).post("/bank/v1/" + where).then().statusCode(200);
    }

    private static org.assertj.core.groups.Tuple pair(String what, String outcome) {
        return org.assertj.core.groups.Tuple.tuple(what, outcome);
    }

    private static String name(PayoutView payout) {
        return payout.attempts().getFirst().endToEndId();
    }

    private static BigDecimal amount(PayoutView payout) {
        return BigDecimal.valueOf(payout.amount().value(), 2);
    }

    private TenantId tenant() {
        return tenants.bySlug(OpenShop.TENANT).orElseThrow().id();
    }
}
