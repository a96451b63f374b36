@NullMarked
package io.tillgate.sales.usecase;

import org.jspecify.annotations.NullMarked;
