package io.tillgate.platform.files;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.Ids;
import io.tillgate.platform.crypto.SecurityModule;
import io.tillgate.platform.persistence.Records;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Documents at rest: size and first bytes checked, sealed by the security module under tenant and file id. Kept in
 * PostgreSQL, in the transaction of the record that owns them.
 */
@ApplicationScoped
public class Files {
    public static final int SIZE_BYTES_MAX = 10 * 1024 * 1024;

    private static final String INSERT = "insert into stored_file (tenant_id, id, merchant_id, name, content_type,"
            + " size_bytes, sha256, sealed) values ($1, $2, $3, $4, $5, $6, $7, $8)";
    private static final String READ =
            "select name, content_type, sealed from stored_file where tenant_id = $1 and id = $2";
    private static final String ERASE = "delete from stored_file where tenant_id = $1 and id = any ($2)";

    private final SecurityModule module;
    private final Ids ids;

    Files(SecurityModule module, Ids ids) {
        this.module = module;
        this.ids = ids;
    }

    /** A file in the clear. */
    public record OpenedFile(String name, String contentType, byte[] bytes) {}

    /** Refuses what is too large, of another kind, or not what it says it is. */
    public Uni<UUID> store(Records tx, NewFile file) {
        check(file);
        UUID id = ids.next();
        return tx.execute(
                        INSERT,
                        file.tenant().value(),
                        id,
                        file.merchant() == null ? null : file.merchant().value(),
                        file.name(),
                        file.contentType(),
                        file.bytes().length,
                        Buffer.buffer(sha256(file.bytes())),
                        Buffer.buffer(module.seal(file.tenant(), associated(id), file.bytes())))
                .replaceWith(id);
    }

    public Uni<Optional<OpenedFile>> open(Records tx, TenantId tenant, UUID id) {
        return tx.select(READ, tenant.value(), id).map(rows -> opened(tenant, id, rows));
    }

    /** Erases for good, in the transaction that erases the record that owns them. */
    public Uni<Void> erase(SqlConnection connection, TenantId tenant, List<UUID> files) {
        return files.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(ERASE)
                        .execute(Tuple.of(tenant.value(), files.toArray(UUID[]::new)))
                        .replaceWithVoid();
    }

    private static void check(NewFile file) {
        if (file.bytes().length == 0) {
            throw new Refusal(FilesProblem.FILE_EMPTY, "this file is empty");
        }
        if (file.bytes().length > SIZE_BYTES_MAX) {
            throw new Refusal(FilesProblem.FILE_SIZE, "a file holds at most " + SIZE_BYTES_MAX + " bytes");
        }
        FileKind kind = FileKind.of(file.contentType())
                .orElseThrow(() -> new Refusal(FilesProblem.FILE_TYPE, "send a PDF, PNG or JPEG"));
        if (!kind.fits(file.bytes())) {
            throw new Refusal(
                    FilesProblem.FILE_NOT_WHAT_IT_SAYS, "these bytes are not a file of type " + file.contentType());
        }
    }

    private Optional<OpenedFile> opened(TenantId tenant, UUID id, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Object[] row = rows.getFirst();
        byte[] sealed = row[2] instanceof Buffer buffer ? buffer.getBytes() : (byte[]) row[2];
        return Optional.of(
                new OpenedFile((String) row[0], (String) row[1], module.open(tenant, associated(id), sealed)));
    }

    private static byte[] associated(UUID id) {
        return ("file:" + id).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
