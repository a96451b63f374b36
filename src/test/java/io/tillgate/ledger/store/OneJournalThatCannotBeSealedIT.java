package io.tillgate.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.tillgate.ledger.Booking;
import io.tillgate.ledger.Chain;
import io.tillgate.ledger.JournalSource;
import io.tillgate.ledger.Ledger;
import io.tillgate.ledger.PostingRules;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.Money;
import io.tillgate.shared.TenantId;
import io.tillgate.stack.People;
import io.tillgate.tenancy.Tenant;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sealer's round goes on behind a tenant whose journal it cannot seal; whichever of two comes first. */
@QuarkusTest
class OneJournalThatCannotBeSealedIT {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final String BEYOND = "9000000000000000000";

    @Inject
    TenantTransaction transaction;

    @Inject
    Ledger ledger;

    @Inject
    Chain chain;

    @BeforeEach
    void tenants_are_there() {
        People.awaitTenants();
    }

    @ParameterizedTest
    @CsvSource({"harbour,jiuzhou", "jiuzhou,harbour"})
    void keeps_no_other_tenant_waiting(String broken, String other) {
        TenantId stuck = Tenant.idOf(broken);
        TenantId sound = Tenant.idOf(other);
        get(chain.seal(stuck));
        String stood = text(stuck, "select sealed_by::text from ledger_chain where tenant_id = $1");
        try {
            moveTo(stuck, BEYOND);
            UUID source = post(sound);

            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> text(
                                    sound,
                                    "select count(*)::text from journal_seal s join journal_entry e on e.tenant_id ="
                                            + " s.tenant_id and e.business_date = s.business_date and e.id = s.entry_id"
                                            + " where s.tenant_id = $1 and e.source_id = '" + source + "'")
                            .equals("2"));
        } finally {
            moveTo(stuck, stood);
        }
        UUID late = post(stuck);
        assertThat(get(chain.sealWhatIsCommitted(stuck, Duration.ofSeconds(8))))
                .as("sealed again: %s", late)
                .isTrue();
    }

    /** There and back, so that the book stays what its open items say. */
    private UUID post(TenantId tenant) {
        UUID source = UUID.randomUUID();
        MerchantAccountId merchant = new MerchantAccountId(UUID.randomUUID());
        Booking booking = new Booking(tenant, LocalDate.now(ZoneOffset.UTC), new JournalSource("test", source));
        Money amount = new Money(100, EUR);
        sql(tenant, c -> ledger.openAccounts(c, tenant, merchant, EUR));
        sql(
                tenant,
                c -> ledger.post(
                        c,
                        List.of(
                                PostingRules.payoutReleased(booking, merchant, amount),
                                PostingRules.payoutRejected(booking, merchant, amount))));
        return source;
    }

    private void moveTo(TenantId tenant, String sealedBy) {
        sql(
                tenant,
                c -> c.preparedQuery("update ledger_chain set sealed_by = $2::text::xid8 where tenant_id = $1")
                        .execute(Tuple.of(tenant.value(), sealedBy)));
    }

    private String text(TenantId tenant, String sql) {
        return get(transaction.sql(
                Scope.tenant(tenant),
                c -> c.preparedQuery(sql)
                        .execute(Tuple.of(tenant.value()))
                        .map(rows -> rows.iterator().next().getString(0))));
    }

    private <T> void sql(TenantId tenant, Function<SqlConnection, Uni<T>> work) {
        get(transaction.sql(Scope.tenant(tenant), work));
    }

    private static <T> T get(Uni<T> answer) {
        return answer.await().atMost(Duration.ofSeconds(10));
    }
}
