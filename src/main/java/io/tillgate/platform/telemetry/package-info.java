/**
 * correlation ids and metrics whose tags stay bounded.
 */
@NullMarked
package io.tillgate.platform.telemetry;

import org.jspecify.annotations.NullMarked;
