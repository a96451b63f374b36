package io.tillgate.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The account that a tenant file settles over: its bank knows it before it sees a payment. */
public final class SettlementAccount {
    private SettlementAccount() {}

    /** IBAN or number; null where the file names none, which the service refuses anyway. */
    public static @Nullable String in(InputStream tenantFile) {
        Object file = new Yaml(new SafeConstructor(new LoaderOptions())).load(tenantFile);
        if (file instanceof Map<?, ?> root && root.get("payout") instanceof Map<?, ?> payout) {
            Object account = payout.containsKey("iban") ? payout.get("iban") : payout.get("account");
            return account == null ? null : account.toString();
        }
        return null;
    }

    static @Nullable String in(Path tenantFile) {
        try (InputStream stream = Files.newInputStream(tenantFile)) {
            return in(stream);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
