package io.tillgate.sales.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.tillgate.payments.PaymentProblem;
import io.tillgate.sales.Sale;
import io.tillgate.sales.SaleState;
import io.tillgate.sales.SalesConfig;
import io.tillgate.sales.Sold;
import io.tillgate.sales.usecase.SalesUnderWay.Request;
import io.tillgate.shared.Refusal;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SalesUnderWayTest {
    private static final Sale SALE = Sold.sale(SaleState.OPEN, Sale.Progress.NONE, List.of(), Sold.REQUEST);
    private static final SalesUnderWay.Key KEY =
            new SalesUnderWay.Key(Sold.PLACE.tenant(), SALE.id(), Sold.PLACE.terminal(), new UUID(0, 1));

    private final SalesUnderWay underWay = new SalesUnderWay(thousand());

    @Test
    void a_sale_is_kept_while_its_work_runs() {
        CompletableFuture<String> work = new CompletableFuture<>();

        CompletableFuture<String> done = during(1, work);

        assertThat(underWay.find(KEY)).contains(SALE);
        work.complete("done");
        assertThat(done).isCompletedWithValue("done");
        assertThat(underWay.find(KEY)).isEmpty();
    }

    @Test
    void another_body_under_the_same_name_neither_replaces_nor_forgets_it() {
        CompletableFuture<String> first = during(1, new CompletableFuture<>());

        assertThatThrownBy(() -> during(2, new CompletableFuture<>()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(PaymentProblem.ID_REUSED));
        assertThat(underWay.find(KEY)).contains(SALE);
        assertThat(first).isNotDone();
    }

    @Test
    void a_repeat_that_ends_first_does_not_forget_it() {
        CompletableFuture<String> first = during(1, new CompletableFuture<>());

        CompletableFuture<String> repeat = during(1, CompletableFuture.completedFuture("known"));

        assertThat(repeat).isCompletedWithValue("known");
        assertThat(underWay.find(KEY)).contains(SALE);
        assertThat(first).isNotDone();
    }

    private CompletableFuture<String> during(int body, CompletableFuture<String> work) {
        return underWay.during(
                        new Request(KEY, new byte[] {(byte) body}),
                        SALE,
                        () -> Uni.createFrom().completionStage(work))
                .subscribeAsCompletionStage();
    }

    private static SalesConfig thousand() {
        Class<?>[] type = {SalesConfig.class};
        return (SalesConfig)
                Proxy.newProxyInstance(SalesConfig.class.getClassLoader(), type, (self, method, values) -> 1_000);
    }
}
