package io.tillgate.simulator.bank;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the bank finds its customers.
 *
 * @param service base address of the service's API
 * @param identity base address of the realms
 * @param authority PEM file of the CA behind {@code service}; none for the machine's own trust
 * @param pause between looking for new files
 * @param data where it remembers what it fetched and has not answered; none for a bank that forgets
 */
public record BankSettings(
        String bind,
        int controlPort,
        String service,
        String identity,
        Optional<Path> authority,
        List<Customer> customers,
        Duration pause,
        Optional<Path> data) {
    /**
     * An organisation whose payments this bank makes, and how the bank signs in there.
     *
     * @param account IBAN or number of its account; null until its first payment file names it
     */
    public record Customer(
            String slug,
            String realm,
            String clientId,
            String clientSecret,
            @Nullable String account) {
        @Override
        public String toString() {
            return slug;
        }
    }
}
