/**
 * The certificate authority of one embedded installation and the server certificate of its listeners, as PEM files. The
 * tenants' own authorities for terminals are the service's business. Uses BouncyCastle.
 */
@NullMarked
package io.tillgate.launcher.tls;

import org.jspecify.annotations.NullMarked;
