/** The states of a payment and what each command makes of them. Pure. */
@NullMarked
package io.tillgate.payments.domain;

import org.jspecify.annotations.NullMarked;
