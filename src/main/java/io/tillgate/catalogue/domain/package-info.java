/** Rules of the catalogue without framework or clock: barcodes, tax rates, price history, promotions in time. */
@NullMarked
package io.tillgate.catalogue.domain;

import org.jspecify.annotations.NullMarked;
