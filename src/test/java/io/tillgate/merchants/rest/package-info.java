/** Merchants over HTTP, on the real stack. */
@NullMarked
package io.tillgate.merchants.rest;

import org.jspecify.annotations.NullMarked;
