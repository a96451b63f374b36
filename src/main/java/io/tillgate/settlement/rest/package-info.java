/** The HTTP API. */
@NullMarked
package io.tillgate.settlement.rest;

import org.jspecify.annotations.NullMarked;
