@NullMarked
package io.tillgate.settlement.domain;

import org.jspecify.annotations.NullMarked;
