/**
 * What happens to terminals: creating, activating, revoking, commanding; and the ports that the store implements.
 */
@NullMarked
package io.tillgate.terminals.usecase;

import org.jspecify.annotations.NullMarked;
