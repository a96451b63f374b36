package io.tillgate.catalogue.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.Owner;
import io.tillgate.catalogue.RecordStock;
import io.tillgate.catalogue.RecordStock.Line;
import io.tillgate.catalogue.StockMovement;
import io.tillgate.catalogue.StockMovement.Cause;
import io.tillgate.catalogue.StockMovements;
import io.tillgate.catalogue.StockQuantity;
import io.tillgate.catalogue.StockReason;
import io.tillgate.catalogue.UnitOfSale;
import io.tillgate.catalogue.store.PostgresStockStore;
import io.tillgate.catalogue.store.PostgresStockStore.Held;
import io.tillgate.catalogue.usecase.ChangeLog.Change;
import io.tillgate.platform.audit.AuditEntry.Actor;
import io.tillgate.platform.http.CanonicalJson;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.Refusal.Violation;
import io.tillgate.tenancy.BusinessClock;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Books what a person entered. Balances are locked first, so that a count compares with what no sale changes meanwhile. */
@ApplicationScoped
public class RecordingStock {
    private static final String NOTE_PAPER = "insert into stock_paper (tenant_id, merchant_id, id, store_id, body_hash)"
            + " values ($1, $2, $3, $4, $5) on conflict do nothing";
    private static final String SAME_PAPER =
            "select body_hash = $4 as same from stock_paper where tenant_id = $1 and merchant_id = $2 and id = $3";

    private final TenantTransaction transaction;
    private final PostgresStockStore stock;
    private final ChangeLog log;
    private final BusinessClock clock;

    RecordingStock(TenantTransaction transaction, PostgresStockStore stock, ChangeLog log, BusinessClock clock) {
        this.transaction = transaction;
        this.stock = stock;
        this.log = log;
        this.clock = clock;
    }

    /** Answers whether anything was booked: false when the same had been booked under this id before. */
    public Uni<Boolean> record(Owner owner, Actor actor, RecordStock command) {
        command.check();
        List<String> skus = command.lines().stream().map(Line::sku).toList();
        return transaction.sql(
                owner.scope(),
                sql -> stock.lock(sql, owner, command.store(), skus)
                        .chain(held -> known(sql, owner, command)
                                .chain(known -> known
                                        ? Uni.createFrom().item(false)
                                        : book(sql, owner, actor, new Entry(command, held)))));
    }

    /** What was entered, and the balances it meets. */
    private record Entry(RecordStock command, Map<String, Held> held) {}

    private Uni<Boolean> book(SqlConnection sql, Owner owner, Actor actor, Entry entry) {
        Change change = new Change("stock.record", entry.command().id(), null, entry.command());
        return StockMovements.APPLY
                .write(sql, movements(owner, entry))
                .chain(() -> log.record(sql, owner, actor, change))
                .replaceWith(true);
    }

    private static Uni<Boolean> known(SqlConnection sql, Owner owner, RecordStock command) {
        UUID tenant = owner.tenant().value();
        UUID merchant = owner.merchant().value();
        Buffer hash = Buffer.buffer(bodyHash(command));
        return sql.preparedQuery(NOTE_PAPER)
                .execute(
                        Tuple.of(tenant, merchant, command.id(), command.store().value(), hash))
                .chain(rows -> rows.rowCount() == 1
                        ? Uni.createFrom().item(false)
                        : sql.preparedQuery(SAME_PAPER)
                                .execute(Tuple.of(tenant, merchant, command.id(), hash))
                                .invoke(RecordingStock::requireSame)
                                .replaceWith(true));
    }

    private static void requireSame(RowSet<Row> papers) {
        if (!papers.iterator().next().getBoolean("same")) {
            throw new Refusal(
                    CommonProblem.ID_REUSED, "This id was booked with another body; a new paper needs a new id.");
        }
    }

    private static byte[] bodyHash(RecordStock command) {
        JsonArray lines = new JsonArray();
        command.lines()
                .forEach(line ->
                        lines.add(new JsonObject().put("sku", line.sku()).put("quantity", line.quantity())));
        return CanonicalJson.sha256(new JsonObject()
                .put("store", command.store().toString())
                .put("reason", command.reason())
                .put("note", command.note())
                .put("lines", lines)
                .encode());
    }

    private List<StockMovement> movements(Owner owner, Entry entry) {
        RecordStock command = entry.command();
        StockReason reason = command.stockReason();
        Instant now = clock.now(owner.tenant());
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        List<StockMovement> movements = new ArrayList<>();
        List<Violation> mistakes = new ArrayList<>();
        for (int i = 0; i < command.lines().size(); i++) {
            Line line = command.lines().get(i);
            Held held = entry.held().get(line.sku());
            if (held == null) {
                mistakes.add(new Violation("/lines/" + i + "/sku", "NO_PRODUCT", "there is no such product"));
                continue;
            }
            long change = StockQuantity.change(line.quantity(), reason, held.thousandths());
            if (held.unit().equals(UnitOfSale.PIECE.word()) && line.quantity().contains(".")) {
                mistakes.add(new Violation("/lines/" + i + "/quantity", "NOT_WHOLE", "sold by piece: a whole number"));
            }
            Cause cause = new Cause(command.id(), i, reason, today, now, command.note());
            movements.add(new StockMovement(
                    owner.tenant(), owner.merchant(), command.store(), held.product(), change, cause));
        }
        if (!mistakes.isEmpty()) {
            throw new Refusal(CommonProblem.VALIDATION, "The stock entry has mistakes.", mistakes);
        }
        return movements;
    }
}
