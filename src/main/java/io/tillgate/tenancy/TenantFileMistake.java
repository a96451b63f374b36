package io.tillgate.tenancy;

/**
 * One thing to put right in a tenant file.
 *
 * @param file as the operator named it
 * @param line counted from 1
 * @param path of keys, for example {@code pricing.plans[0].bands[1].percent}; empty for the whole file
 * @param message what is wrong and what is expected
 */
public record TenantFileMistake(String file, int line, String path, String message) {
    @Override
    public String toString() {
        return file + ":" + line + ": " + (path.isEmpty() ? "" : path + ": ") + message;
    }
}
