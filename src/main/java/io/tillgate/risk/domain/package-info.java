/** Pure rules of risk: counters and their buckets, and how what fired becomes a decision. May use {@code shared} and the root. */
@NullMarked
package io.tillgate.risk.domain;

import org.jspecify.annotations.NullMarked;
