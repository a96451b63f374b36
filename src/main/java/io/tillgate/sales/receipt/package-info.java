/** Receipts as JSON and as printable text, in English and Chinese. Pure: the same sale gives the same receipt. */
@NullMarked
package io.tillgate.sales.receipt;

import org.jspecify.annotations.NullMarked;
