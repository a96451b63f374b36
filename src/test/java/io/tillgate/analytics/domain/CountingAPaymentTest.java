package io.tillgate.analytics.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.analytics.domain.PaymentCounts.Asked;
import io.tillgate.analytics.domain.PaymentCounts.Back;
import io.tillgate.analytics.domain.PaymentCounts.Decline;
import io.tillgate.analytics.domain.PaymentCounts.Sold;
import io.tillgate.analytics.domain.PaymentCounts.Undone;
import io.tillgate.payments.PaymentFact;
import io.tillgate.payments.PaymentKind;
import io.tillgate.payments.PaymentView;
import io.tillgate.payments.PaymentView.HostSide;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Money;
import io.tillgate.shared.PaymentId;
import io.tillgate.shared.SaleId;
import io.tillgate.shared.StoreId;
import io.tillgate.shared.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountingAPaymentTest {
    private static final UUID ID = new UUID(1, 1);

    @Test
    void an_approved_sale_by_card_counts_with_its_fee() {
        PaymentCounts counts = of(fact(PaymentKind.SALE, "card", "approved", null, null, true));

        assertThat(counts.sold()).isEqualTo(new Sold(1, 900));
        assertThat(counts.fees()).isEqualTo(13);
        assertThat(counts.asked()).isEqualTo(new Asked(1, 1));
        assertThat(counts.back()).isEqualTo(new Back(0, 0));
        assertThat(counts.undone()).isEqualTo(new Undone(0, 0));
    }

    @Test
    void cash_is_never_asked_about() {
        assertThat(of(fact(PaymentKind.SALE, "cash", "approved", null, null, false))
                        .asked())
                .isEqualTo(new Asked(0, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"voided", "reversed"})
    void what_was_undone_takes_no_money_and_no_fee_but_the_card_was_taken(String state) {
        PaymentCounts counts = of(fact(PaymentKind.SALE, "card", state, null, null, true));

        assertThat(counts.sold()).isEqualTo(new Sold(0, 0));
        assertThat(counts.fees()).isZero();
        assertThat(counts.undone()).isEqualTo(new Undone(1, 900));
        assertThat(counts.asked()).isEqualTo(new Asked(1, 1));
    }

    @Test
    void a_refund_counts_back_with_its_own_fee() {
        PaymentCounts counts = of(fact(PaymentKind.REFUND, "card", "approved", null, null, true));

        assertThat(counts.back()).isEqualTo(new Back(1, 900));
        assertThat(counts.fees()).isEqualTo(13);
        assertThat(counts.asked()).isEqualTo(new Asked(0, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "declined, DECLINED, 51, true, issuer, 51",
        "declined, DECLINED, 05, false, risk, ''",
        "declined, HOST_UNREACHABLE, 91, true, no-answer, ''",
        "not-taken, NO_HOST_ANSWER, , true, no-answer, ''",
        "declined, DECLINED, , true, issuer, ''",
    })
    void a_declined_sale_says_who_stopped_it(
            String state, String reason, @Nullable String code, boolean hostAsked, String cause, String shown) {
        PaymentCounts counts = of(fact(PaymentKind.SALE, "card", state, reason, code, hostAsked));

        assertThat(counts.decline()).isEqualTo(new Decline(1, 1000, cause, shown));
        assertThat(counts.asked()).isEqualTo(new Asked(1, 0));
        assertThat(counts.sold()).isEqualTo(new Sold(0, 0));
    }

    @ParameterizedTest
    @CsvSource({"VOID, approved", "TEST, approved", "REFUND, declined", "VOID, declined", "SALE, armed"})
    void the_rest_counts_for_nothing(PaymentKind kind, String state) {
        assertThat(PaymentCounts.of(fact(kind, "card", state, null, null, true)))
                .isEmpty();
    }

    private static PaymentCounts of(PaymentFact fact) {
        return PaymentCounts.of(fact).orElseThrow();
    }

    private static PaymentFact fact(
            PaymentKind kind,
            String tender,
            String state,
            @Nullable String reason,
            @Nullable String code,
            boolean hostAsked) {
        return new PaymentFact(
                new PaymentView(
                        new PaymentId(ID),
                        LocalDate.of(2026, 11, 22),
                        new PaymentView.Place(
                                new TenantId(ID),
                                new MerchantId(ID),
                                new MerchantAccountId(ID),
                                new StoreId(ID),
                                null,
                                "T1"),
                        kind,
                        tender,
                        state,
                        Money.of(1000, "EUR"),
                        new PaymentView.Progress(900, 0, 0, 13),
                        new SaleId(ID),
                        ID,
                        null,
                        null,
                        new HostSide("host", 1, code, null, null, null),
                        reason,
                        Instant.EPOCH),
                ZoneOffset.UTC,
                hostAsked);
    }
}
