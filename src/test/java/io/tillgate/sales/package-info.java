@NullMarked
package io.tillgate.sales;

import org.jspecify.annotations.NullMarked;
