/** The catalogue's use cases without a database. */
@NullMarked
package io.tillgate.catalogue.usecase;

import org.jspecify.annotations.NullMarked;
