/** Taking a payment, undoing it, recovering it after a crash, and paying what the card host is owed. */
@NullMarked
package io.tillgate.payments.usecase;

import org.jspecify.annotations.NullMarked;
