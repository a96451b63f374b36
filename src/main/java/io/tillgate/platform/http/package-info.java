/**
 * The HTTP edge: problems (RFC 9457), idempotency keys, entity tags, cursor pages, canonical JSON (RFC 8785), and which
 * listener serves a route. May use {@code shared} and the rest of {@code platform}.
 */
@NullMarked
package io.tillgate.platform.http;

import org.jspecify.annotations.NullMarked;
