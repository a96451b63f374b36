/** The rules of a sale: what a payment's end does to it, its taxes, its number. Pure. */
@NullMarked
package io.tillgate.sales.domain;

import org.jspecify.annotations.NullMarked;
