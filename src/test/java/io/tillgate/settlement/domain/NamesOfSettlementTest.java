package io.tillgate.settlement.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.TenantId;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NamesOfSettlementTest {
    private static final TenantId TENANT = new TenantId(new UUID(1, 2));
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Currency EUR = Currency.getInstance("EUR");
    private final MerchantAccountId account = new MerchantAccountId(new UUID(3, 4));

    @Test
    void a_step_done_again_makes_the_same_ids() {
        UUID run = SettlementIds.run(TENANT, DAY, 1);

        assertThat(SettlementIds.run(TENANT, DAY, 1)).isEqualTo(run);
        assertThat(SettlementIds.payout(run, account, EUR)).isEqualTo(SettlementIds.payout(run, account, EUR));
        assertThat(SettlementIds.attempt(run, 1))
                .isEqualTo(SettlementIds.attempt(run, 1))
                .isNotEqualTo(SettlementIds.attempt(run, 2));
    }

    @Test
    void a_later_run_sorts_behind_an_earlier_one() {
        List<UUID> runs = List.of(
                SettlementIds.run(TENANT, DAY, 1),
                SettlementIds.run(TENANT, DAY, 2),
                SettlementIds.run(TENANT, DAY.plusDays(1), 1),
                SettlementIds.run(TENANT, DAY.plusYears(40), 1));

        assertThat(runs).isSortedAccordingTo(java.util.Comparator.comparing(UUID::toString));
        assertThat(SettlementIds.payout(runs.get(0), account, EUR).toString())
                .isLessThan(SettlementIds.payout(runs.get(1), account, EUR).toString());
    }

    @Test
    void a_file_is_what_is_in_it_in_whatever_order() {
        UUID one = new UUID(5, 6);
        UUID other = new UUID(7, 8);

        assertThat(SettlementIds.file(List.of(one, other))).isEqualTo(SettlementIds.file(List.of(other, one)));
        assertThat(SettlementIds.file(List.of(one))).isNotEqualTo(SettlementIds.file(List.of(one, other)));
    }

    @Test
    void names_fit_into_iso_20022() {
        UUID run = SettlementIds.run(TENANT, DAY, 1);

        assertThat(SettlementIds.endToEnd(run)).hasSizeLessThanOrEqualTo(35).matches("[0-9a-f]+");
        assertThat(SettlementIds.message(run)).hasSizeLessThanOrEqualTo(35).matches("[A-Z0-9a-f]+");
        assertThat(SettlementIds.fundingReference(DAY, 1)).isEqualTo("HF20261120-1");
    }
}
