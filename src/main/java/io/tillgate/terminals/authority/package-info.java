/**
 * X.509 and PKCS#10: the platform's root, one intermediate for each tenant, certificates of terminals, and the judgement
 * of what a peer presents. Only this package knows BouncyCastle.
 */
@NullMarked
package io.tillgate.terminals.authority;

import org.jspecify.annotations.NullMarked;
