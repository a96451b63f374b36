/** The catalogue's pure rules. */
@NullMarked
package io.tillgate.catalogue.domain;

import org.jspecify.annotations.NullMarked;
