package io.tillgate.platform.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.tillgate.payments.store.PaymentStatements;
import io.tillgate.payments.store.PaymentStatements.KsnRow;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.platform.retention.TableRetention.Turn;
import io.tillgate.shared.TenantId;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is erased of used key serial numbers stays refused. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // injected
class ForgettingSerialNumbersIT {
    private final TenantId tenant = new TenantId(UUID.randomUUID());

    @Inject
    ErasingRounds rounds;

    @Inject
    TenantTransaction transactions;

    private OldRows rows;

    @BeforeEach
    void a_tenant_of_its_own() throws SQLException {
        rows = OldRows.of();
    }

    @AfterEach
    void close() throws SQLException {
        rows.close();
    }

    @Test
    void a_number_of_ninety_days_ago_and_all_below_stay_refused_and_higher_ones_are_taken() throws SQLException {
        String key = "54474C5400000001";
        used(key + "00000010", "91 days");
        used(key + "00000011", "89 days");

        assertThat(rounds.round(tenant, Set.of(Turn.NIGHTLY)).await().atMost(Duration.ofSeconds(60)))
                .isEmpty();

        assertThat(rows.read(tenant, tenant.value(), "select count(*) from payment_ksn where tenant_id = '{t}'"))
                .isEqualTo("1");
        assertThat(refused(key + "00000010")).isTrue();
        assertThat(refused(key + "00000001")).isTrue();
        assertThat(refused(key + "00000011")).isTrue();
        assertThat(refused(key + "00000012")).isFalse();
        assertThat(refused("54474C540000000200000001")).as("another terminal's").isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "54474C540000000100000010, 54474c5400000001",
        "FFFF9876543210E00008,     ffff9876543210e0",
        "FFFF9876543210FFFFFF,     ffff9876543210e0"
    })
    void the_key_of_a_number_is_what_stands_before_its_counter(String ksn, String key) throws SQLException {
        assertThat(OldRows.answerToService("encode(ksn_key('\\x" + ksn + "'), 'hex')"))
                .isEqualTo(key);
    }

    private void used(String ksn, String ago) throws SQLException {
        rows.write(
                tenant,
                UUID.randomUUID(),
                "now() - interval '" + ago + "'",
                "insert into payment_ksn (tenant_id, ksn, request_id, used_at) values ('{t}', '\\x" + ksn
                        + "', '{i}', {at})");
    }

    private boolean refused(String ksn) {
        KsnRow row = new KsnRow(tenant, HexFormat.of().parseHex(ksn), UUID.randomUUID());
        return !transactions
                .sql(Scope.tenant(tenant), connection -> PaymentStatements.KSN.write(connection, List.of(row)))
                .await()
                .atMost(Duration.ofSeconds(10))
                .isEmpty();
    }
}
