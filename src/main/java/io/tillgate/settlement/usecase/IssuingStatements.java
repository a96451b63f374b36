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
import io.tillgate.settlement.statement.Letterhead;
import io.tillgate.settlement.statement.MonthlyCsv;
import io.tillgate.settlement.statement.MonthlyStatement;
import io.tillgate.settlement.statement.MonthlyStatement.Run;
import io.tillgate.settlement.statement.PayoutFacts;
import io.tillgate.settlement.statement.Statement;
import io.tillgate.settlement.statement.Statement.JournalHead;
import io.tillgate.settlement.statement.StatementCsv;
import io.tillgate.settlement.statement.StatementWords;
import io.tillgate.settlement.statement.pdf.MonthlyPdf;
import io.tillgate.settlement.statement.pdf.StatementPdf;
import io.tillgate.settlement.store.MonthTables;
import io.tillgate.settlement.store.StatementTables;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;
import io.tillgate.tenancy.Tenants;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a payout is made of, in the caller's scope, and draws it. Few are drawn at once, since a statement of a large
 * merchant holds a core for a second; and so many lines, whosever, are held in memory.
 */
@ApplicationScoped
public class IssuingStatements {
    /** Payments and corrections of one payout. */
    public static final int ITEMS_MAX = 100_000;

    /** Payments and corrections in memory for all statements under way; each counts for at least {@link #LINES_MIN}. */
    private static final int LINES_MAX = 200_000;

    private static final int LINES_MIN = 1_000;
    private static final int AT_ONCE = 2;

    private final TenantTransaction transactions;
    private final Tenants tenants;
    private final PriceLists prices;
    private final Chain chain;
    private final Semaphore room = new Semaphore(LINES_MAX);
    private final ThreadPoolExecutor drawing = new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(LINES_MAX / LINES_MIN),
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

    public Uni<StatementFile> ofPayout(Wanted wanted) {
        return transactions
                .sql(wanted.scope, connection -> StatementTables.payout(connection, wanted.tenant, wanted.payout))
                .map(found -> found.orElseThrow(() -> new Refusal(CommonProblem.NOT_FOUND, "there is no such payout")))
                .invoke(IssuingStatements::refuseTooMany)
                .chain(payout -> whereThereIsRoom(payout, () -> issue(wanted, payout)));
    }

    /** A month of one account. */
    public record WantedMonth(
            Scope scope,
            TenantId tenant,
            MerchantAccountId account,
            YearMonth month,
            StatementFormat format,
            Locale locale) {}

    public Uni<StatementFile> ofMonth(WantedMonth wanted) {
        return transactions
                .sql(
                        wanted.scope,
                        connection -> MonthTables.account(connection, wanted.tenant, wanted.account, wanted.month)
                                .map(found -> found.orElseThrow(() ->
                                        new Refusal(CommonProblem.NOT_FOUND, "there is no such merchant account")))
                                .chain(account -> MonthTables.runs(connection, wanted.tenant, account, wanted.month)
                                        .map(runs -> statement(wanted, account, runs))))
                .chain(statement -> drawn(() -> file(wanted, statement)));
    }

    private MonthlyStatement statement(WantedMonth wanted, MonthTables.Account account, List<Run> runs) {
        Letterhead head = letterhead(wanted.tenant, account.letterhead());
        return new MonthlyStatement(
                head.issuer(wanted.locale),
                Statement.Recipient.of(account.merchant(), new StatementWords(wanted.locale)),
                wanted.month,
                head.zone().getId(),
                account.currency(),
                runs);
    }

    private Uni<StatementFile> whereThereIsRoom(PayoutFacts payout, Supplier<Uni<StatementFile>> work) {
        int lines = Math.max(LINES_MIN, payout.items());
        if (!room.tryAcquire(lines)) {
            return Uni.createFrom().failure(busy());
        }
        return Uni.createFrom().deferred(work::get).onTermination().invoke(() -> room.release(lines));
    }

    private Uni<StatementFile> issue(Wanted wanted, PayoutFacts payout) {
        return transactions
                .sql(wanted.scope, connection -> StatementTables.items(connection, wanted.tenant, payout))
                .chain(items -> head(wanted.tenant, payout.run()).chain(head -> draw(wanted, payout, items, head)));
    }

    private static Refusal busy() {
        return new Refusal(
                SettlementProblem.STATEMENTS_BUSY, "too many statements are being drawn; ask again in a moment");
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

    private Uni<StatementFile> draw(Wanted wanted, PayoutFacts payout, List<ItemFacts> items, JournalHead head) {
        Letterhead letterhead = letterhead(wanted.tenant, payout.letterhead());
        Assembling.Context context = new Assembling.Context(
                letterhead.issuer(wanted.locale),
                letterhead.zone(),
                wanted.locale,
                prices.plan(wanted.tenant, payout.merchant().feePlan()),
                head);
        return drawn(() -> file(wanted, Assembling.of(payout, items, context)));
    }

    /** The run's; today's for a run that has none. */
    private Letterhead letterhead(TenantId tenant, @Nullable Letterhead kept) {
        return kept == null ? Letterhead.of(tenants.settings(tenant)) : kept;
    }

    private Uni<StatementFile> drawn(Supplier<StatementFile> work) {
        return SafeContext.andBack(Uni.createFrom()
                .item(work)
                .runSubscriptionOn(drawing)
                .onFailure(RejectedExecutionException.class)
                .transform(full -> busy()));
    }

    private static StatementFile file(WantedMonth wanted, MonthlyStatement statement) {
        String name =
                "statement-" + statement.month() + "-" + statement.recipient().merchantNumber();
        return switch (wanted.format) {
            case PDF -> pdf(name, MonthlyPdf.write(statement, wanted.locale));
            case CSV -> csv(name, MonthlyCsv.write(statement));
        };
    }

    private static StatementFile file(Wanted wanted, Statement statement) {
        String name = "statement-" + statement.period().until() + "-"
                + statement.recipient().merchantNumber();
        return switch (wanted.format) {
            case PDF -> pdf(name, StatementPdf.write(statement, wanted.locale));
            case CSV -> csv(name, StatementCsv.write(statement));
        };
    }

    private static StatementFile pdf(String name, byte[] content) {
        return new StatementFile(name + ".pdf", "application/pdf", content);
    }

    private static StatementFile csv(String name, String content) {
        return new StatementFile(name + ".csv", "text/csv;charset=UTF-8", content.getBytes(StandardCharsets.UTF_8));
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
