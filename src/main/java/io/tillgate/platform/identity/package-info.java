/**
 * Who calls: the caller of a request, roles, and the directory of realms that tenancy fills. May use {@code shared}.
 */
@NullMarked
package io.tillgate.platform.identity;

import org.jspecify.annotations.NullMarked;
