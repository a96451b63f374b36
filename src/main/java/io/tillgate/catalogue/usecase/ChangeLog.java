package io.tillgate.catalogue.usecase;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.Owner;
import io.tillgate.platform.audit.Audit;
import io.tillgate.platform.audit.AuditEntry;
import io.tillgate.platform.audit.AuditEntry.Actor;
import io.tillgate.platform.audit.AuditEntry.Subject;
import io.tillgate.platform.persistence.Records;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Who changed what, in the transaction of the change. */
@ApplicationScoped
public class ChangeLog {
    private final Audit audit;
    private final ObjectMapper json;

    ChangeLog(Audit audit, ObjectMapper json) {
        this.audit = audit;
        this.json = json;
    }

    /** A change of one thing: {@code action} is {@code noun.verb}, the noun names the kind of thing. */
    record Change(
            String action,
            Object id,
            @Nullable Object before,
            @Nullable Object after) {
        String type() {
            return action.substring(0, action.indexOf('.'));
        }
    }

    Uni<Void> record(Records records, Owner owner, Actor actor, Change change) {
        return audit.record(records, entry(owner, actor, change));
    }

    Uni<Void> record(SqlConnection connection, Owner owner, Actor actor, Change change) {
        return audit.record(connection, entry(owner, actor, change));
    }

    private AuditEntry entry(Owner owner, Actor actor, Change change) {
        return new AuditEntry(
                owner.tenant(),
                owner.merchant(),
                actor,
                change.action(),
                new Subject(change.type(), change.id().toString()),
                picture(change.before()),
                picture(change.after()));
    }

    private @Nullable JsonObject picture(@Nullable Object thing) {
        try {
            return thing == null ? null : new JsonObject(json.writeValueAsString(thing));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a record that cannot be written as JSON", impossible);
        }
    }
}
