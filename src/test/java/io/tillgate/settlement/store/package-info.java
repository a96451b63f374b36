@NullMarked
package io.tillgate.settlement.store;

import org.jspecify.annotations.NullMarked;
