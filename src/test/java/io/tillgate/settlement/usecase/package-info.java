@NullMarked
package io.tillgate.settlement.usecase;

import org.jspecify.annotations.NullMarked;
