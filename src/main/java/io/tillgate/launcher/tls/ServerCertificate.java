package io.tillgate.launcher.tls;

import java.nio.file.Path;

/**
 * What the listeners present, as PEM files.
 *
 * @param chain the server's certificate and then its authority's
 * @param key the server's private key, PKCS#8, mode 0600
 * @param authority what clients trust
 */
public record ServerCertificate(Path chain, Path key, Path authority) {}
