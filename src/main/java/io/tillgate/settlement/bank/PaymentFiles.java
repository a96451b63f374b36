package io.tillgate.settlement.bank;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.settlement.PaymentFileView;
import io.tillgate.settlement.usecase.HandingOverFiles;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;

/** Payment files for the bank: settlement decides what may be fetched, here it becomes XML. */
@ApplicationScoped
public class PaymentFiles {
    private final HandingOverFiles files;
    private final Vertx vertx;

    PaymentFiles(HandingOverFiles files, Vertx vertx) {
        this.files = files;
        this.vertx = vertx;
    }

    public Uni<Page<PaymentFileView>> page(TenantId tenant, String state, PageRequest page) {
        return files.list(tenant, state, page.afterId(), page.limit())
                .map(rows -> Page.of(rows, page, file -> file.id().toString()));
    }

    /** Written beside the event loop, one file of each loop at a time: a file of thousands takes a tenth of a second. */
    public Uni<byte[]> fetch(TenantId tenant, String messageId) {
        return files.fetch(tenant, messageId)
                .chain(file -> vertx.executeBlocking(() -> WritingPaymentFiles.bytes(file)));
    }
}
