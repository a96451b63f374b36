@NullMarked
package io.tillgate.settlement.statement;

import org.jspecify.annotations.NullMarked;
