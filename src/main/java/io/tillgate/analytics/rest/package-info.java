/** The HTTP API of figures. */
@NullMarked
package io.tillgate.analytics.rest;

import org.jspecify.annotations.NullMarked;
