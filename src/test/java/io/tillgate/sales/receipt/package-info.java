@NullMarked
package io.tillgate.sales.receipt;

import org.jspecify.annotations.NullMarked;
