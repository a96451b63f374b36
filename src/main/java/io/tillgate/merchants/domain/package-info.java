/**
 * Changes that take two people. Pure: JDK and {@code shared} only.
 */
@NullMarked
package io.tillgate.merchants.domain;

import org.jspecify.annotations.NullMarked;
