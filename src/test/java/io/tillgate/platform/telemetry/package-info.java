/** One id through everything that a request did, and what the service says of its health. */
@NullMarked
package io.tillgate.platform.telemetry;

import org.jspecify.annotations.NullMarked;
