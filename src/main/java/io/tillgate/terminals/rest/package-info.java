/**
 * Terminals over {@code /api/v1/terminals}.
 */
@NullMarked
package io.tillgate.terminals.rest;

import org.jspecify.annotations.NullMarked;
