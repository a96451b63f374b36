package io.tillgate.risk;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.Ids;
import io.tillgate.platform.audit.Audit;
import io.tillgate.platform.audit.AuditEntry;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.risk.RiskPolicy.ValueList;
import io.tillgate.risk.domain.BuiltInList;
import io.tillgate.risk.store.ListTable;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The values that analysts put on lists. A change is in force for the next decision: each reads the lists itself. */
@ApplicationScoped
public class RiskLists {
    private static final String SUBJECT = "risk-list";

    private final TenantTransaction transaction;
    private final Risk risk;
    private final Audit audit;
    private final Ids ids;

    RiskLists(TenantTransaction transaction, Risk risk, Audit audit, Ids ids) {
        this.transaction = transaction;
        this.risk = risk;
        this.audit = audit;
        this.ids = ids;
    }

    /**
     * One list that rules can ask for.
     *
     * @param builtIn has a meaning of its own, beside what rules make of it
     * @param fromPolicy how many values the tenant's policy itself puts on it
     */
    public record Listing(String name, boolean builtIn, int fromPolicy) {}

    public List<Listing> lists(TenantId tenant) {
        List<Listing> lists = new ArrayList<>();
        for (BuiltInList list : BuiltInList.values()) {
            lists.add(new Listing(list.listName(), true, 0));
        }
        for (ValueList list : risk.policyOf(tenant).lists()) {
            lists.add(new Listing(list.name(), false, list.values().size()));
        }
        return lists;
    }

    /** What analysts added, oldest first. */
    public Uni<Page<ListEntry>> entries(TenantId tenant, String list, PageRequest page) {
        requireList(tenant, list);
        return transaction.sql(Scope.tenant(tenant), c -> ListTable.page(c, tenant, list, page));
    }

    public Uni<ListEntry> entry(TenantId tenant, String list, UUID id) {
        requireList(tenant, list);
        return transaction.sql(
                Scope.tenant(tenant), c -> ListTable.find(c, tenant, list, id).map(RiskLists::present));
    }

    public Uni<ListEntry> add(Caller caller, String list, NewListEntry added) {
        TenantId tenant = caller.tenant();
        requireList(tenant, list);
        if (added.value().matches("\\d{12,19}")) {
            throw new Refusal(RiskProblem.CARD_NUMBER_NOT_TAKEN, "lists take a card's token, not its number");
        }
        ListTable.Row row = new ListTable.Row(ids.next(), tenant, list, added, caller.username());
        return transaction.sql(
                Scope.tenant(tenant),
                c -> ListTable.add(c, row)
                        .call(entry -> audit.record(
                                c,
                                new AuditEntry(
                                        tenant,
                                        null,
                                        AuditEntry.Actor.of(caller),
                                        "risk-list.add",
                                        new AuditEntry.Subject(SUBJECT, list),
                                        null,
                                        shown(entry)))));
    }

    public Uni<Void> remove(Caller caller, String list, UUID id) {
        TenantId tenant = caller.tenant();
        requireList(tenant, list);
        return transaction.sql(
                Scope.tenant(tenant),
                c -> ListTable.remove(c, tenant, list, id)
                        .map(RiskLists::present)
                        .chain(entry -> audit.record(
                                c,
                                new AuditEntry(
                                        tenant,
                                        null,
                                        AuditEntry.Actor.of(caller),
                                        "risk-list.remove",
                                        new AuditEntry.Subject(SUBJECT, list),
                                        shown(entry),
                                        null))));
    }

    private static ListEntry present(Optional<ListEntry> found) {
        return found.orElseThrow(() -> new Refusal(CommonProblem.NOT_FOUND, "there is no such entry on this list"));
    }

    private void requireList(TenantId tenant, String list) {
        if (lists(tenant).stream().noneMatch(known -> known.name().equals(list))) {
            throw new Refusal(RiskProblem.UNKNOWN_LIST, "there is no list of that name");
        }
    }

    private static JsonObject shown(ListEntry entry) {
        return new JsonObject()
                .put("id", entry.id().toString())
                .put("value", entry.value())
                .put("note", entry.note())
                .put("expiresAt", entry.expiresAt());
    }
}
