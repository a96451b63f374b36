/** Changes that take two people. */
@NullMarked
package io.tillgate.merchants.domain;

import org.jspecify.annotations.NullMarked;
