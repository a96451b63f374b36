/**
 * Merchants over HTTP: {@code /api/v1/merchants}, {@code /api/v1/stores}, {@code /api/v1/change-requests}.
 */
@NullMarked
package io.tillgate.merchants.rest;

import org.jspecify.annotations.NullMarked;
