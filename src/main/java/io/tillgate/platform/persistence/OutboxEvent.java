package io.tillgate.platform.persistence;

import io.tillgate.shared.TenantId;
import io.vertx.core.json.JsonObject;
import java.util.UUID;

/**
 * Something that happened, told after it is committed.
 *
 * @param id UUID version 7; events of one key are told in the order of their ids
 * @param type {@code noun.verb}
 * @param key what the event is about; order is kept within a key
 */
public record OutboxEvent(TenantId tenant, UUID id, String type, String key, JsonObject payload) {}
