/** The bank's API, and what finance sees of it. */
@NullMarked
package io.tillgate.settlement.bank.rest;

import org.jspecify.annotations.NullMarked;
