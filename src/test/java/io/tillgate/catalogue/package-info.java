/** The catalogue's rules on their own, and the catalogue against real PostgreSQL. */
@NullMarked
package io.tillgate.catalogue;

import org.jspecify.annotations.NullMarked;
