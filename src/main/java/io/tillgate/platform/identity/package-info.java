/**
 * Who calls: the caller of a request, roles, and the directory of realms that tenancy fills. Bearer tokens are believed by
 * their issuer; people sign in to the portal by the code flow of the realm that the path names, and their tokens stay here,
 * encrypted, while the browser holds a handle. May use {@code shared}, {@code platform.crypto}, {@code platform.persistence}.
 */
@NullMarked
package io.tillgate.platform.identity;

import org.jspecify.annotations.NullMarked;
