package io.tillgate.sales.usecase;

import io.tillgate.shared.TerminalId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A second name for an id that another terminal used as well: terminals number their requests themselves, so an id is
 * unique for its terminal only, and a sale's default id is its request's. Follows from terminal and id, so that a repeat
 * finds the same.
 */
final class OwnName {
    private OwnName() {}

    static UUID of(TerminalId terminal, UUID id) {
        return UUID.nameUUIDFromBytes((terminal + "|" + id).getBytes(StandardCharsets.US_ASCII));
    }
}
