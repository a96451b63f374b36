/** What can be done: cutting off, signing and releasing, hearing the bank. */
@NullMarked
package io.tillgate.settlement.usecase;

import org.jspecify.annotations.NullMarked;
