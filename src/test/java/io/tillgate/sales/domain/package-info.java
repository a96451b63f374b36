@NullMarked
package io.tillgate.sales.domain;

import org.jspecify.annotations.NullMarked;
