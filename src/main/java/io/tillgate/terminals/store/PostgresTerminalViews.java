package io.tillgate.terminals.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TerminalId;
import io.tillgate.terminals.Fleet;
import io.tillgate.terminals.Terminal;
import io.tillgate.terminals.TerminalCommand;
import io.tillgate.terminals.TerminalEvent;
import io.tillgate.terminals.usecase.TerminalViews;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Which rows are seen is decided by row-level security alone. */
@ApplicationScoped
class PostgresTerminalViews implements TerminalViews {
    private static final String TERMINALS = "select t.*, a.tries, a.expires_at as code_expires_at, a.used_at,"
            + " s.connected and s.seen_at > $1::timestamptz - interval '45 seconds' as online, s.protocol, s.source, s.connected_at,"
            + " s.ended_at, s.end_reason, d.documents, d.reported, d.reported_at,"
            + " (select max(c.allowed_until) from terminal_certificate c where c.tenant_id = t.tenant_id"
            + " and c.terminal_id = t.id and c.status = 'allowed') as certificate_until"
            + " from terminal t"
            + " left join terminal_activation a on a.tenant_id = t.tenant_id and a.terminal_id = t.id"
            + " left join terminal_session s on s.tenant_id = t.tenant_id and s.terminal_id = t.id"
            + " left join terminal_state d on d.tenant_id = t.tenant_id and d.terminal_id = t.id";
    private static final String ONE = TERMINALS + " where t.id = $2";
    private static final String LIST = TERMINALS + " where ($2::uuid is null or t.id > $2) order by t.id limit $3";
    /** The same words as {@link Fleet#doing}. */
    private static final String DOING = "case when t.status = 'revoked' then 'revoked' when t.blocked_by is not null"
            + " then 'blocked' when t.status = 'created' then 'waiting' when s.connected"
            + " and s.seen_at > $1::timestamptz - interval '45 seconds' then 'online' else 'offline' end";

    private static final String FLEET = TERMINALS + " where ($2::uuid is null or t.id > $2)"
            + " and ($3::text is null or t.number = $3 or t.merchant_number = $3 or t.label ilike '%' || $4 || '%')"
            + " and ($5::text is null or " + DOING + " = $5) and ($6::uuid is null or t.merchant_id = $6)"
            + " order by t.id limit $7";
    private static final String COUNTS = "select " + DOING + " as doing, count(*) as n from terminal t"
            + " left join terminal_session s on s.tenant_id = t.tenant_id and s.terminal_id = t.id group by 1";
    private static final String EVENTS = "select * from terminal_event where terminal_id = $1"
            + " and ($2::uuid is null or id < $2) order by id desc limit $3";
    private static final String COMMANDS = "select * from terminal_command where terminal_id = $1"
            + " and ($2::uuid is null or id < $2) order by id desc limit $3";

    private final TenantTransaction transactions;
    private final Clock clock;

    PostgresTerminalViews(TenantTransaction transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Uni<Terminal> find(Scope scope, TerminalId terminal) {
        return transactions.sql(scope, c -> one(c, terminal));
    }

    private Uni<Terminal> one(SqlConnection c, TerminalId terminal) {
        OffsetDateTime now = now();
        return c.preparedQuery(ONE).execute(Tuple.of(now, terminal.value())).map(rows -> {
            if (!rows.iterator().hasNext()) {
                throw new Refusal(CommonProblem.NOT_FOUND, "there is no such terminal");
            }
            return TerminalViewRow.terminal(rows.iterator().next(), now);
        });
    }

    @Override
    public Uni<Page<Terminal>> list(Scope scope, PageRequest request) {
        OffsetDateTime now = now();
        Tuple by = Tuple.of(now, request.afterId(), request.limit() + 1);
        return transactions
                .read(scope, c -> c.preparedQuery(LIST).execute(by))
                .map(rows -> all(rows, row -> TerminalViewRow.terminal(row, now)))
                .map(all -> Page.of(all, request, t -> t.id().toString()));
    }

    @Override
    public Uni<Page<Terminal>> fleet(Scope scope, Fleet.Asked asked, PageRequest request) {
        OffsetDateTime now = now();
        String search = asked.search() == null || asked.search().isBlank()
                ? null
                : asked.search().strip();
        Fleet.Doing doing = asked.doing();
        MerchantId merchant = asked.merchant();
        Tuple by = Tuple.tuple()
                .addValue(now)
                .addUUID(request.afterId())
                .addString(search)
                .addString(search == null ? null : search.replaceAll("([%_\\\\])", "\\\\$1"))
                .addString(doing == null ? null : doing.code())
                .addUUID(merchant == null ? null : merchant.value())
                .addInteger(request.limit() + 1);
        return transactions
                .sql(scope, c -> c.preparedQuery(FLEET).execute(by))
                .map(rows -> all(rows, row -> TerminalViewRow.terminal(row, now)))
                .map(all -> Page.of(all, request, t -> t.id().toString()));
    }

    @Override
    public Uni<Fleet.Counts> counts(Scope scope) {
        return transactions
                .sql(scope, c -> c.preparedQuery(COUNTS).execute(Tuple.of(now())))
                .map(rows -> {
                    Map<String, Long> found = new HashMap<>();
                    rows.forEach(row -> found.put(row.getString("doing"), row.getLong("n")));
                    return new Fleet.Counts(
                            found.getOrDefault("online", 0L),
                            found.getOrDefault("offline", 0L),
                            found.getOrDefault("blocked", 0L),
                            found.getOrDefault("waiting", 0L),
                            found.getOrDefault("revoked", 0L));
                });
    }

    @Override
    public Uni<Page<TerminalEvent>> events(Scope scope, TerminalId terminal, PageRequest request) {
        Tuple by = Tuple.of(terminal.value(), request.afterId(), request.limit() + 1);
        return transactions
                .sql(
                        scope,
                        c -> one(c, terminal)
                                .chain(() -> c.preparedQuery(EVENTS).execute(by)))
                .map(rows -> all(rows, TerminalViewRow::event))
                .map(all -> Page.of(all, request, e -> e.id().toString()));
    }

    @Override
    public Uni<Page<TerminalCommand>> commands(Scope scope, TerminalId terminal, PageRequest request) {
        Tuple by = Tuple.of(terminal.value(), request.afterId(), request.limit() + 1);
        return transactions
                .sql(
                        scope,
                        c -> one(c, terminal)
                                .chain(() -> c.preparedQuery(COMMANDS).execute(by)))
                .map(rows -> all(rows, TerminalViewRow::command))
                .map(all -> Page.of(all, request, e -> e.id().toString()));
    }

    private static <T> List<T> all(RowSet<Row> rows, Function<Row, T> read) {
        List<T> all = new ArrayList<>();
        rows.forEach(row -> all.add(read.apply(row)));
        return all;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
