/** Payments over HTTP. */
@NullMarked
package io.tillgate.payments.rest;

import org.jspecify.annotations.NullMarked;
