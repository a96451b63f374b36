package io.tillgate.settlement.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.ledger.Chain;
import io.tillgate.ledger.ChainHead;
import io.tillgate.platform.persistence.SafeContext;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.pricing.PriceLists;
import io.tillgate.settlement.SettlementProblem;
import io.tillgate.settlement.StatementFile;
import io.tillgate.settlement.StatementFormat;
import io.tillgate.settlement.statement.Assembling;
import io.tillgate.settlement.statement.ItemFacts;
import io.tillgate.settlement.statement.PayoutFacts;
import io.tillgate.settlement.statement.Statement;
import io.tillgate.settlement.statement.Statement.JournalHead;
import io.tillgate.settlement.statement.StatementCsv;
import io.tillgate.settlement.statement.pdf.StatementPdf;
import io.tillgate.settlement.store.StatementTables;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;
import io.tillgate.tenancy.TenantSettings;
import io.tillgate.tenancy.Tenants;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Reads what a payout is made of, in the caller's scope, and draws it. Few are drawn at once: a statement of a large
 * merchant holds a core for a second, and its lines in memory.
 */
@ApplicationScoped
public class IssuingStatements {
    /** Payments and corrections of one payout. */
    public static final int ITEMS_MAX = 100_000;

    private static final int AT_ONCE = 2;
    private static final int WAITING_MAX = 60;

    private final TenantTransaction transactions;
    private final Tenants tenants;
    private final PriceLists prices;
    private final Chain chain;
    private final ThreadPoolExecutor drawing = new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING_MAX),
            Thread.ofPlatform().daemon().name("statement-", 0).factory());

    IssuingStatements(TenantTransaction transactions, Tenants tenants, PriceLists prices, Chain chain) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.prices = prices;
        this.chain = chain;
        drawing.allowCoreThreadTimeOut(true);
    }

    @PreDestroy
    void stop() {
        drawing.shutdownNow();
    }

    /** Which statement, for whom, how. */
    public record Wanted(Scope scope, TenantId tenant, UUID payout, StatementFormat format, Locale locale) {}

    private record Read(PayoutFacts payout, List<ItemFacts> items) {}

    public Uni<StatementFile> ofPayout(Wanted wanted) {
        return read(wanted)
                .chain(read -> head(wanted.tenant, read.payout.run()).chain(head -> draw(wanted, read, head)));
    }

    private Uni<Read> read(Wanted wanted) {
        return transactions.sql(
                wanted.scope,
                connection -> StatementTables.payout(connection, wanted.tenant, wanted.payout)
                        .map(found -> found.orElseThrow(
                                () -> new Refusal(CommonProblem.NOT_FOUND, "there is no such payout")))
                        .invoke(IssuingStatements::refuseTooMany)
                        .chain(payout -> StatementTables.items(connection, wanted.tenant, payout)
                                .map(items -> new Read(payout, items))));
    }

    private static void refuseTooMany(PayoutFacts payout) {
        if (payout.items() > ITEMS_MAX) {
            throw new Refusal(
                    SettlementProblem.STATEMENT_TOO_LONG,
                    "a statement holds at most 100,000 payments; page through the payout's items instead");
        }
    }

    /** The journal belongs to the tenant: a merchant sees of it what stands on the statement. */
    private Uni<JournalHead> head(TenantId tenant, UUID run) {
        return transactions
                .sql(Scope.tenant(tenant), connection -> StatementTables.watermark(connection, tenant, run))
                .chain(through -> chain.headCovering(tenant, through)
                        .map(found -> found.map(head -> head(tenant, through, head))
                                .orElseThrow(() -> new Refusal(
                                        SettlementProblem.JOURNAL_NOT_SEALED,
                                        "the journal behind this payout is not signed yet"))));
    }

    private static JournalHead head(TenantId tenant, long through, ChainHead.Signed head) {
        return new JournalHead(
                tenant.toString(),
                through,
                head.number(),
                head.hash(),
                head.signature(),
                head.publicKey(),
                fingerprint(head.publicKey()),
                head.sealedAt());
    }

    private Uni<StatementFile> draw(Wanted wanted, Read read, JournalHead head) {
        TenantSettings settings = tenants.settings(wanted.tenant);
        Assembling.Context context = new Assembling.Context(
                new Statement.Issuer(
                        settings.name().in(wanted.locale),
                        settings.brand().logo(),
                        settings.brand().colour()),
                settings.businessDay().zone(),
                wanted.locale,
                prices.plan(wanted.tenant, read.payout.merchant().feePlan()),
                head);
        Uni<StatementFile> drawn = Uni.createFrom()
                .item(() -> file(wanted, Assembling.of(read.payout, read.items, context)))
                .runSubscriptionOn(drawing)
                .onFailure(RejectedExecutionException.class)
                .transform(full -> new Refusal(
                        SettlementProblem.STATEMENTS_BUSY,
                        "too many statements are being drawn; ask again in a moment"));
        return SafeContext.andBack(drawn);
    }

    private static StatementFile file(Wanted wanted, Statement statement) {
        String name = "statement-" + statement.period().until() + "-"
                + statement.recipient().merchantNumber();
        return switch (wanted.format) {
            case PDF ->
                new StatementFile(name + ".pdf", "application/pdf", StatementPdf.write(statement, wanted.locale));
            case CSV ->
                new StatementFile(
                        name + ".csv",
                        "text/csv;charset=UTF-8",
                        StatementCsv.write(statement).getBytes(StandardCharsets.UTF_8));
        };
    }

    private static String fingerprint(String publicKeyHex) {
        try {
            byte[] key = HexFormat.of().parseHex(publicKeyHex);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
