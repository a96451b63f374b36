/** Tests of risk: domain. */
@NullMarked
package io.tillgate.risk.domain;

import org.jspecify.annotations.NullMarked;
