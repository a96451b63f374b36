/** Selling, giving back, and completing what payments decide. */
@NullMarked
package io.tillgate.sales.usecase;

import org.jspecify.annotations.NullMarked;
